package io.readingroom.privacy.erasure;

import java.util.Locale;

/// Why a document is erased.
enum Cause {
    /// Somebody asked for this document.
    REQUEST,
    /// Its retention class said so.
    RETENTION,
    /// Somebody asked for all documents about a person.
    SUBJECT,
    /// Somebody asked for all documents about a case.
    MATTER;

    /// The stable word for it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
