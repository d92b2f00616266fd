package io.readingroom.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {

    private final Echo echo = new Echo("""
            "identifier": contract, case, invoice, account and file numbers
            "party": those who make an agreement
            "人名": 文中提到的人""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identifier",
                "case",
                "Case",
                "file numbers",
                "contract, case, invoice",
                "those who make an agreement",
                "文中提到的人"
            })
    void words_of_the_question_are_an_echo(String words) {
        assertThat(echo.repeats(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case 17", "numbers 4 and 5", "Casey", "in", "those who agree", "王建国"})
    void other_words_are_none(String words) {
        assertThat(echo.repeats(words)).isFalse();
    }

    @Test
    void nothing_at_all_is_no_value_either() {
        assertThat(echo.repeats("—")).isFalse();
    }
}
