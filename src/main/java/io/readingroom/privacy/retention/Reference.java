package io.readingroom.privacy.retention;

import io.readingroom.document.RefusedException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whom or what documents are about, as it is kept.
///
/// @param kind whether it is a person or a case
/// @param digest by a key of the tenant's own, 32 bytes
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reference(Kind kind, byte[] digest) {

    /// The kinds of references.
    public enum Kind {
        /// A person.
        SUBJECT,
        /// A case, a client, a project.
        MATTER;

        /// The stable word for it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which of the two was given.
    ///
    /// @throws RefusedException when it was none or both
    static Kind given(@Nullable String subject, @Nullable String matter) {
        if ((subject == null) == (matter == null)) {
            throw new RefusedException(RetentionRefusal.REFERENCE_INVALID);
        }
        return subject == null ? Kind.MATTER : Kind.SUBJECT;
    }
}
