package io.readingroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.readingroom.document.RefusedException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_is_read_as_it_was_written() {
        Cursor cursor = new Cursor(
                Instant.parse("2026-01-31T09:30:00.123456Z"), UUID.fromString("8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11"));
        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "f_________8AAAAAAAAAAAAAAAAAAAAAAAAAAA", "", " "})
    void a_cursor_that_nobody_gave_out_is_refused(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Cursor.parse(text))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(JourneyRefusal.CURSOR_INVALID));
    }
}
