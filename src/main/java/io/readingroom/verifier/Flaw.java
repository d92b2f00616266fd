package io.readingroom.verifier;

import java.util.Locale;

/// What can be wrong with a bundle.
enum Flaw {
    /// The ZIP file, or a file in it, cannot be read.
    DAMAGED,
    FILE_MISSING,
    FILE_UNKNOWN,
    FILE_TWICE,
    /// A file is not in the form it must have.
    FILE_MALFORMED,
    /// No signature of a known key, or a wrong one of it.
    NOT_SIGNED,
    /// A checkpoint of another log.
    OTHER_LOG,
    /// The entry is not the one whose hash is in the tree.
    ENTRY_CHANGED,
    ENTRY_MALFORMED,
    /// The entry is withheld, although it is within the scope.
    ENTRY_MISSING,
    /// The entry is not within the scope.
    ENTRY_OUT_OF_SCOPE,
    /// The body is not the one that the entry has the digest of.
    BODY_CHANGED,
    BODY_MALFORMED,
    BODY_MISSING,
    /// Two bodies have the same identity.
    BODY_TWICE,
    /// A tenant's entries do not follow each other without a gap.
    SEQUENCE,
    /// An entry is earlier than the one in front of it.
    TIME,
    /// A hash of the tree is not that of what is below it.
    TILE_CHANGED,
    /// A checkpoint says another root than the tree has at its size.
    HISTORY_CHANGED,
    /// A checkpoint covers more entries than there are.
    HISTORY_GONE,
    /// The bundle does not claim what was asked of it.
    SCOPE,
    /// A witness that was asked for signed nothing.
    WITNESS;

    /// The word for it in a report.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
