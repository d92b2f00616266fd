package io.readingroom.verifier;

import io.readingroom.tlog.entry.Entry;
import java.util.Optional;

/// What is known of one entry after it was looked at by itself.
///
/// @param index its place in the log
/// @param entry what it says; empty when it is withheld or malformed
/// @param withBody whether its body is there
/// @param event the identity of the event, by its hash; empty when the body is not there or names none
record Item(long index, Optional<Entry> entry, boolean withBody, Optional<EventKey> event) {

    /// Half of a SHA-256 digest: enough to tell events apart.
    record EventKey(long high, long low) {}
}
