package io.readingroom.privacy.keys;

/// A key as the database keeps it.
///
/// @param kekId which key-encryption key wrapped it
/// @param bytes of no use without that
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WrappedKey(String kekId, byte[] bytes) {}
