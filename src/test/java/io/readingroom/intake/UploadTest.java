package io.readingroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.document.RefusedException;
import io.readingroom.privacy.retention.KeptFor;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    @ParameterizedTest
    @CsvSource({"en,en", "DE-ch,de-CH", "zh-hans,zh-Hans", "ja,ja", "iw,he"})
    void a_language_is_written_in_its_usual_form(String given, String kept) {
        assertThat(upload(given, "general", null, null).language()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"english please", "e", "en_US", "und", "1", "en-"})
    void what_is_no_language_is_refused(String language) {
        assertRefused(IntakeRefusal.LANGUAGE_INVALID, language, "general", null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../nda", "NDA", "", "-nda", "a b"})
    void what_is_no_profiles_name_is_refused(String profile) {
        assertRefused(IntakeRefusal.PROFILE_INVALID, null, profile, null, null);
    }

    @Test
    void a_reference_or_key_of_the_wrong_form_is_refused() {
        assertRefused(IntakeRefusal.SOURCE_ID_INVALID, null, "general", "a\nb", null);
        assertRefused(IntakeRefusal.SOURCE_ID_INVALID, null, "general", "a".repeat(201), null);
        assertRefused(IntakeRefusal.IDEMPOTENCY_KEY_INVALID, null, "general", null, "a b");
        assertRefused(IntakeRefusal.IDEMPOTENCY_KEY_INVALID, null, "general", null, "a".repeat(256));
    }

    private static void assertRefused(
            IntakeRefusal refusal,
            @Nullable String language,
            String profile,
            @Nullable String sourceId,
            @Nullable String requestKey) {
        assertThatThrownBy(() -> upload(language, profile, sourceId, requestKey))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static Upload upload(
            @Nullable String language, String profile, @Nullable String sourceId, @Nullable String requestKey) {
        return new Upload(
                Path.of("file"), "a.txt", language, profile, sourceId, new KeptFor(null, null, null), requestKey);
    }
}
