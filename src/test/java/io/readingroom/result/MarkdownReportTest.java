package io.readingroom.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "![x](http://evil.example/p.png)|\\!\\[x\\]\\(http\\:\\/\\/evil\\.example\\/p\\.png\\)",
                "<img src=x>|\\<img src\\=x\\>",
                "**bold** _it_|\\*\\*bold\\*\\* \\_it\\_",
                "www.evil.example|www\\.evil\\.example",
                "&lt;b&gt;|\\&lt\\;b\\&gt\\;",
                "`code`|\\`code\\`",
                "4,250万元|4\\,250万元"
            })
    void everything_that_could_mean_something_in_markdown_is_escaped(String words, String escaped) {
        assertThat(Markdown.escape(words)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\n# two", "one\r\n\r\n- two", "one\u2028> two", "one\t\t1. two", "one\u000b--- two"})
    void no_word_of_the_document_starts_a_line(String words) {
        assertThat(Markdown.escape(words))
                .doesNotContain("\n", "\r", "\u2028", "\t", "\u000b")
                .startsWith("one \\".substring(0, 4));
    }

    @Test
    void an_address_is_kept_from_becoming_a_link() {
        assertThat(Markdown.escape("a@b.example")).isEqualTo("a\\@\u2060b\\.example");
    }

    @Test
    void invisible_and_bidirectional_characters_are_left_out() {
        assertThat(Markdown.escape("a\u202Eb\u200Bc\u0000d\uD800e")).isEqualTo("abcde");
    }

    @Test
    void the_report_holds_every_part_and_no_unescaped_word() {
        String report = MarkdownReport.of(Samples.analysis("[a](b) <i>"));
        assertThat(report)
                .contains("## Summary", "## Sentiment", "**neutral** (0.82", "## Key facts", "F1 **date**", "Conflict")
                .contains(
                        "page 1: “\\[a\\]\\(b\\) \\<i\\>”",
                        "90 of 90 characters",
                        "Warning: page\\-without\\-text (page 3)")
                .doesNotContain("[a](b)", "<i>");
    }

    @Test
    void the_report_is_marked_as_made_by_ai_before_anything_that_was() {
        List<String> lines =
                MarkdownReport.of(Samples.analysis("[a](b) <i>")).lines().toList();
        assertThat(lines.getFirst()).startsWith("# Analysis of document ");
        assertThat(lines.get(2))
                .startsWith("AI-generated: true. ")
                .contains(Markdown.escape(
                        Samples.analysis("a").provenance().origin().model()));
    }
}
