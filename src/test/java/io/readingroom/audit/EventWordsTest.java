package io.readingroom.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    private static final DocumentId DOCUMENT = new DocumentId(UUID.fromString("8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11"));

    @Test
    void the_bytes_of_an_event_are_always_the_same() {
        EventWords words = EventWords.of(new AuditEvent.DocumentReceived(DOCUMENT, 5, "text/plain"));
        assertThat(CanonicalJson.bytes(words.fields()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"code\":\"document.received\",\"detail\":{\"bytes\":5,\"mediaType\":\"text/plain\"},"
                        + "\"document\":\"8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11\",\"outcome\":\"succeeded\"}");
    }

    @Test
    void a_sentence_cannot_stand_in_the_register() {
        EventWords words = EventWords.of(new AuditEvent.UploadRefused("the canary sings"));
        assertThat(words.reason()).isEqualTo("withheld");
        assertThat(words.outcome().word()).isEqualTo("refused");
        assertThat(EventWords.of(new AuditEvent.AnalysisAccessed(DOCUMENT, "canary.pdf of J. Doe"))
                        .detail())
                .containsEntry("form", "withheld");
    }

    @Test
    void every_kind_of_event_has_a_code_of_its_own() {
        List<EventWords> words = EventSamples.words();
        assertThat(words)
                .extracting(EventWords::code)
                .allMatch(code -> code.matches("[a-z]+\\.[a-z]+"))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_event_of_a_document_holds_a_digest_that_would_confirm_a_guess_after_the_erasure() {
        assertThat(EventSamples.kinds(AuditEvent.class)
                        .filter(kind -> Arrays.stream(kind.getRecordComponents())
                                .anyMatch(part -> part.getType() == DocumentId.class))
                        .flatMap(kind -> Arrays.stream(kind.getRecordComponents()))
                        .filter(part -> part.getType() == ContentDigest.class))
                .isEmpty();
    }
}
