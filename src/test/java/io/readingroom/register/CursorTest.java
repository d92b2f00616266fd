package io.readingroom.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.readingroom.audit.AuditRefusal;
import io.readingroom.document.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_is_read_as_it_was_written() {
        Cursor cursor = new Cursor(42);
        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after 42", "YWZ0ZXIgLTE", "NzU0LjQy", "", " "})
    void a_cursor_that_nobody_gave_out_is_refused(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Cursor.parse(text))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(AuditRefusal.CURSOR_INVALID));
    }
}
