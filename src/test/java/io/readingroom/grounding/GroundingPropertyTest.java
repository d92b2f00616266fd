package io.readingroom.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.grounding.folding.Folded;
import io.readingroom.grounding.folding.WordEdges;
import io.readingroom.grounding.value.Mentions;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class GroundingPropertyTest {

    private static final List<String> PIECES = List.of(
            "Agreement",
            "party ",
            "the ",
            " ",
            "\n",
            "ﬁnance",
            "naïve",
            "e\u0301t\u00E9",
            "“quoted”",
            "—",
            "non-",
            "with-\nout",
            "soft\u00ADhyphen",
            "契約",
            "金額は",
            "１２３",
            "4,250万元",
            "。",
            "$1.5",
            "2014",
            "\u200B",
            "\u202E",
            "ｶﾞｷﾞ",
            "ß",
            "İ",
            "👍🏽",
            ", ",
            "15",
            "ﷺ",
            "か\u3099");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    @Property
    void a_span_of_the_folded_text_folds_to_itself(@ForAll("texts") String text) {
        Folded folded = Folded.of(text);
        if (!folded.text().isEmpty()) {
            Span all = folded.span(0, folded.text().length());
            assertThat(Folded.text(text.substring(all.start(), all.end()))).isEqualTo(folded.text());
        }
    }

    @Property
    void folding_is_idempotent(@ForAll("texts") String text) {
        assertThat(Folded.text(Folded.text(text))).isEqualTo(Folded.text(text));
    }

    @Property
    void folding_never_fails(@ForAll @StringLength(max = 200) String text) {
        Folded folded = Folded.of(text);
        for (int i = 0; i < folded.text().length(); i++) {
            Span span = folded.span(i, i + 1);
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
        }
    }

    @Property
    void whole_words_of_a_text_are_found_with_equal_folding(
            @ForAll("texts") String text, @ForAll @IntRange(max = 400) int a, @ForAll @IntRange(max = 400) int b) {
        int start = Math.min(a, b) % text.length();
        int end = Math.max(start + 1, Math.max(a, b) % (text.length() + 1));
        String words = text.substring(start, end).strip();
        Span place = new Span(text.indexOf(words), text.indexOf(words) + words.length());
        boolean telling = Folded.text(words).codePoints().anyMatch(Character::isLetterOrDigit);
        if (telling && WordEdges.whole(text, place)) {
            Evidence found = new Grounder(Passages.of(text))
                    .find(words, List.of())
                    .orElseThrow()
                    .evidence();
            assertThat(Folded.text(found.quote().reveal())).isEqualTo(Folded.text(words));
        }
    }

    @Property
    void a_quote_is_the_text_at_its_span(
            @ForAll("texts") String before, @ForAll("texts") String text, @ForAll("texts") String words) {
        String all = before + text;
        Span window = new Span(before.length(), all.length());
        Passage passage = new Passage(
                ProtectedText.of(all), window, List.of(window), List.of(new Page(1, new Span(0, all.length()))), "en");
        new Grounder(passage).find(words, List.of()).ifPresent(found -> {
            Span span = found.evidence().span();
            assertThat(window.contains(span)).isTrue();
            assertThat(found.evidence().quote().reveal()).isEqualTo(all.substring(span.start(), span.end()));
        });
    }

    @Property
    void a_changed_digit_never_grounds(
            @ForAll @IntRange(min = 1000, max = 999_999) int number, @ForAll @IntRange(max = 3) int at) {
        String digits = String.valueOf(number);
        char changed = (char) ('0' + (digits.charAt(at) - '0' + 1) % 10);
        String other = digits.substring(0, at) + changed + digits.substring(at + 1);
        String sentence = "The Receiving Party shall pay to the Disclosing Party a total purchase price of USD ";
        Passage passage = Passages.of(sentence + digits + " within thirty days of the date of this agreement.");
        Grounder grounder = new Grounder(passage);
        assertThat(grounder.find(sentence + digits, List.of())).isPresent();
        assertThat(grounder.find(sentence + other, List.of())).isEmpty();
        assertThat(grounder.find("USD " + other, List.of())).isEmpty();
    }

    @Property
    void any_words_are_looked_for_without_failing(
            @ForAll("texts") String text, @ForAll @StringLength(max = 60) String words) {
        new Grounder(Passages.of(text)).find(words, List.of(words));
        Mentions.in(words, "zh")
                .forEach(mention -> assertThat(mention.span().end()).isLessThanOrEqualTo(words.length()));
    }
}
