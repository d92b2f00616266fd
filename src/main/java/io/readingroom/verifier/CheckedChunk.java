package io.readingroom.verifier;

import java.util.List;

/// Up to 256 entries in a row after each was looked at by itself.
///
/// @param hashes the hashes of the entries, 32 bytes each
/// @param items the entries
/// @param findings what was found
@SuppressWarnings("ArrayRecordComponent") // never compared
record CheckedChunk(byte[] hashes, List<Item> items, List<Finding> findings) {}
