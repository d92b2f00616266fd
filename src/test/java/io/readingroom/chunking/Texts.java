package io.readingroom.chunking;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.document.TokenCounter;
import io.readingroom.extraction.ExtractedText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Texts as extraction hands them over.
final class Texts {

    private Texts() {}

    /// A text whose pages end behind each form feed.
    static ExtractedText of(String language, String text) {
        List<Page> pages = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', start)) {
            pages.add(new Page(pages.size() + 1, new Span(start, at + 1)));
            start = at + 1;
        }
        pages.add(new Page(pages.size() + 1, new Span(start, text.length())));
        return new ExtractedText(ProtectedText.of(text), pages, "text/plain", language, List.of());
    }

    static List<String> sentences(String language, String text) {
        return Sentences.of(of(language, text)).stream()
                .map(span -> text.substring(span.start(), span.end()).strip())
                .toList();
    }

    /// Prose, lists, CJK without spaces, emoji, half surrogate pairs, white space of all kinds, page breaks.
    static Arbitrary<String> any() {
        Arbitrary<String> bits = Arbitraries.of(
                "The parties agree. ",
                "Mr. Smith said \"no.\" ",
                "1. Definitions\n",
                "ARTICLE II\n\n",
                "(a) to pay;\n",
                "and the",
                " ",
                "\n",
                "\r\n",
                "\r",
                "\n\n",
                "\f",
                "\t",
                ".",
                "!",
                "。",
                "」",
                "会社は承認した。",
                "漢字",
                "ひらがな",
                "第3条 ",
                "😀",
                "👩‍👩‍👧",
                "\ud83d",
                "\ude00",
                "e\u0301",
                "\u2028",
                "\u00a0",
                "x".repeat(90),
                "12,345.67");
        Arbitrary<String> strings = Arbitraries.strings().all().ofMaxLength(20);
        return Arbitraries.frequencyOf(Tuple.of(5, bits), Tuple.of(1, strings))
                .list()
                .ofMaxSize(120)
                .map(parts -> String.join("", parts));
    }

    /// Four tokens for a character outside the basic plane, three for CJK, a third of one for all else.
    static TokenCounter counter() {
        return new TokenCounter() {
            @Override
            public int count(CharSequence text) {
                int thirds = text.codePoints()
                        .map(point -> point >= 0x10000 ? 12 : point >= 0x3000 ? 9 : 1)
                        .sum();
                return (thirds + 2) / 3;
            }

            @Override
            public boolean exact() {
                return true;
            }
        };
    }
}
