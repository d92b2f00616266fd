package io.readingroom.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    private static final DocumentId DOCUMENT = new DocumentId(UUID.fromString("8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11"));

    @Test
    void the_bytes_of_an_event_are_always_the_same() {
        EventWords words = EventWords.of(new AuditEvent.DocumentReceived(DOCUMENT, 5, "text/plain"));
        assertThat(CanonicalJson.text(words.fields()))
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
    void every_kind_of_event_has_a_code_of_its_own() throws ReflectiveOperationException {
        Set<String> codes = new HashSet<>();
        Class<?>[] kinds = AuditEvent.class.getPermittedSubclasses();
        for (Class<?> kind : kinds) {
            var constructor = kind.getDeclaredConstructors()[0];
            Object[] values = Arrays.stream(constructor.getParameterTypes())
                    .map(EventWordsTest::any)
                    .toArray();
            EventWords words = EventWords.of((AuditEvent) constructor.newInstance(values));
            assertThat(words.code()).matches("[a-z]+\\.[a-z]+");
            codes.add(words.code());
        }
        assertThat(codes).hasSameSizeAs(kinds);
    }

    private static Object any(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == DocumentId.class) {
            return DOCUMENT;
        }
        return type == ContentDigest.class ? ContentDigest.of(new byte[0]) : "word";
    }
}
