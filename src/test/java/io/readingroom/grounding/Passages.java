package io.readingroom.grounding;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import java.util.ArrayList;
import java.util.List;

/// Passages for tests: one page, sentences cut behind full stops and line breaks.
public final class Passages {

    private Passages() {}

    static Passage of(String text) {
        return of(text, "en");
    }

    public static Passage of(String text, String language) {
        Span whole = new Span(0, text.length());
        return new Passage(ProtectedText.of(text), whole, sentences(text), List.of(new Page(1, whole)), language);
    }

    static List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean stop =
                    "。\n".indexOf(text.charAt(i)) >= 0 || (text.charAt(i) == ' ' && i > 0 && text.charAt(i - 1) == '.');
            if (stop) {
                sentences.add(new Span(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            sentences.add(new Span(start, text.length()));
        }
        return sentences;
    }
}
