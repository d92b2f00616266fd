package io.readingroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProtectedJsonTest {

    private final SealedJson json = new ProtectedJson();

    enum Mood {
        FINE
    }

    record Note(
            DocumentId document,
            ContentDigest digest,
            ProtectedText text,
            @Nullable ProtectedText none,
            Span span,
            Mood mood,
            Instant at,
            List<ProtectedText> more) {}

    @Test
    void what_travels_is_written_in_the_words_of_the_answer_and_read_again() {
        Note note = new Note(
                new DocumentId(UUID.fromString("8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11")),
                ContentDigest.of(new byte[0]),
                ProtectedText.of("日本語 \"quoted\""),
                null,
                new Span(3, 5),
                Mood.FINE,
                Instant.parse("2026-01-31T09:30:00Z"),
                List.of(ProtectedText.of("more")));
        byte[] written = json.write(note);
        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo("{\"document\":\"8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11\",\"digest\":\"" + note.digest()
                        + "\",\"text\":\"日本語 \\\"quoted\\\"\",\"span\":{\"start\":3,\"end\":5},\"mood\":\"fine\","
                        + "\"at\":\"2026-01-31T09:30:00Z\",\"more\":[\"more\"]}");
        assertThat(json.read(written, Note.class)).isEqualTo(note);
    }

    @Test
    void what_a_later_version_added_is_passed_over() {
        byte[] later = "{\"later\":{\"more\":[1]},\"span\":{\"start\":3,\"end\":5,\"later\":true},\"more\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(json.read(later, Note.class).span()).isEqualTo(new Span(3, 5));
    }

    @Test
    void a_failure_does_not_repeat_the_json() {
        byte[] broken = "{\"text\":\"canary\", \"span\":canary".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> json.read(broken, Note.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageNotContaining("canary")
                .hasRootCauseMessage("JsonParseException");
    }

    @Test
    void the_frameworks_mapper_cannot_write_protected_text() {
        ObjectMapper framework = new ObjectMapper();
        new PublicJsonGuard().customize(framework);
        assertThatThrownBy(() -> framework.writeValueAsString(List.of(ProtectedText.of("canary"))))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageNotContaining("canary");
    }
}
