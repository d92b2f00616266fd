package io.readingroom.tlog.bundle;

import io.readingroom.tlog.SignedNote;

/// What a time-stamp authority said about a signed checkpoint (RFC 3161).
///
/// @param note the checkpoint, with the signatures that it had when it was stamped
/// @param reply the authority's reply, in DER: the stamp is over the SHA-256 digest of the note
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Stamp(SignedNote note, byte[] reply) {}
