package io.readingroom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTextTest {

    @Test
    void strings_that_stand_directly_in_the_object_are_found() {
        assertThat(
                        EventText.strings(
                                " {\"id\":\"a\\u00e9\\n\\\"b\", \"n\":-1.5e+3,\"o\":{\"id\":\"inner\"},\"l\":[1,\"x\",{}],\"t\":true,\"z\":null,\"e\":\"\"} "))
                .contains(Map.of("id", "a\u00e9\n\"b", "e", ""));
        assertThat(EventText.strings("{}")).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"a\"",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1}x",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":nul}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"b}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":[1,]}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":--1}",
                "{\"a\":\"\\u+123\"}"
            })
    void other_texts_are_none(String text) {
        assertThat(EventText.strings(text)).isEmpty();
    }

    @Test
    void what_is_nested_too_deeply_is_none() {
        assertThat(EventText.strings("{\"a\":" + "[".repeat(100_000))).isEmpty();
        assertThat(EventText.strings("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"))
                .isPresent();
    }
}
