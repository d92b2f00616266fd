package io.readingroom.intake;

import io.readingroom.document.RefusedException;
import io.readingroom.privacy.retention.KeptFor;
import java.nio.file.Path;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An upload whose parameters have the right form. Its name is used to decide on the type and then forgotten.
///
/// @param keptFor how long it is kept, and whom and what it is about
/// @param requestKey the Idempotency-Key, when one was sent
record Upload(
        Path file,
        String name,
        @Nullable String language,
        String profile,
        @Nullable String sourceId,
        KeptFor keptFor,
        @Nullable String requestKey) {

    private static final Pattern PROFILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SOURCE_ID = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern REQUEST_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    Upload {
        require(PROFILE, profile, IntakeRefusal.PROFILE_INVALID);
        require(SOURCE_ID, sourceId, IntakeRefusal.SOURCE_ID_INVALID);
        require(REQUEST_KEY, requestKey, IntakeRefusal.IDEMPOTENCY_KEY_INVALID);
        language = language == null ? null : canonical(language);
    }

    private static void require(Pattern form, @Nullable String value, IntakeRefusal otherwise) {
        if (value != null && !form.matcher(value).matches()) {
            throw new RefusedException(otherwise);
        }
    }

    /// A BCP 47 tag as RFC 5646 (4.5) wants it written.
    private static String canonical(String language) {
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException malformed) {
            throw new RefusedException(IntakeRefusal.LANGUAGE_INVALID, malformed);
        }
        throw new RefusedException(IntakeRefusal.LANGUAGE_INVALID);
    }
}
