package io.readingroom.privacy.retention;

import io.readingroom.document.RefusedException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a submitter says about how long a document is to be kept, and whom and what it is about.
///
/// @param retention the name of a retention class, null for the default one
/// @param subject an opaque reference to a person, null when none is given
/// @param matter an opaque reference to a case, null when none is given
public record KeptFor(
        @Nullable String retention,
        @Nullable String subject,
        @Nullable String matter) {

    private static final Pattern REFERENCE = Pattern.compile("[^\\p{Cntrl}]{1,128}");

    /// @throws RefusedException when a reference is none
    public KeptFor {
        require(subject);
        require(matter);
    }

    /// Whether nothing was said.
    public boolean isSilent() {
        return retention == null && subject == null && matter == null;
    }

    /// References are not shown.
    @Override
    public String toString() {
        return "KeptFor[" + retention + "]";
    }

    private static void require(@Nullable String reference) {
        if (reference != null && !REFERENCE.matcher(reference).matches()) {
            throw new RefusedException(RetentionRefusal.REFERENCE_INVALID);
        }
    }
}
