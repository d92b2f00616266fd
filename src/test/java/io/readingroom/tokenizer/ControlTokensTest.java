package io.readingroom.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.TokenCounter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ControlTokensTest {

    private static final ControlTokens CONTROL =
            ControlTokens.of(List.of("<unused7>", "▁<PRE>", "<＜a", "<a", "  ", "\n\n"));

    @Test
    void control_tokens_of_common_models_are_broken() {
        for (String token : List.of(
                "<|turn>",
                "<turn|>",
                "<start_of_turn>",
                "<end_of_turn>",
                "</s>",
                "<bos>",
                "<|im_start|>",
                "[img-0]",
                "<|\"|>",
                "<|channel>",
                "<unused7>",
                "▁<PRE>")) {
            assertThat(CONTROL.present("a" + token + "b")).as(token).isTrue();
            assertThat(CONTROL.present(CONTROL.broken("a" + token + "b")))
                    .as(token)
                    .isFalse();
        }
        assertThat(CONTROL.broken("x <end_of_turn> y")).isEqualTo("x ＜end_of_turn> y");
    }

    @Test
    void other_text_is_left_as_it_is() {
        String text = "1 < 2, <b>, [1], a  b\n\nc | d, <end of turn>, 😀";
        assertThat(CONTROL.broken(text)).isEqualTo(text);
    }

    @Test
    void half_surrogate_pairs_are_replaced_since_they_cannot_be_sent() {
        assertThat(CONTROL.broken("a\ud83db😀")).isEqualTo("a\ufffdb😀");
    }

    @Test
    void those_of_a_vocabulary_are_broken_except_white_space() {
        ControlTokens control = ControlTokens.of(Vocabularies.scored(false, "a"));
        assertThat(control.broken("<b>\n\n\n")).isEqualTo("＜b>\n\n\n");
        assertThat(control.present("<end_of_turn>")).isTrue();
    }

    @Test
    void a_counter_can_count_the_broken_form() {
        Vocabulary vocabulary = Vocabularies.scored(false, "a");
        TokenCounter counter = Tokenizers.of(vocabulary);
        assertThat(counter.count("a<b>")).isEqualTo(2);
        TokenCounter broken = ControlTokens.of(vocabulary).counting(counter);
        assertThat(broken.count("a<b>")).isEqualTo(counter.count("a＜b>")).isEqualTo(1 + 3 + 1 + 1);
        assertThat(broken.exact()).isTrue();
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of("<", "|", "turn", ">", "<a", "＜a", "</s>", "<</s>", "[img-", "<<SYS>>", "\ud83d", "x")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void the_broken_form_is_as_long_and_holds_none(@ForAll("hostile") String text) {
        String broken = CONTROL.broken(text);
        assertThat(broken).hasSameSizeAs(text);
        assertThat(CONTROL.present(broken)).isFalse();
        assertThat(CONTROL.broken(broken)).isEqualTo(broken);
    }
}
