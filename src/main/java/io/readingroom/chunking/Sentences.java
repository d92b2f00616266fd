package io.readingroom.chunking;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.extraction.ExtractedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds the sentences of a text by the rules of Unicode's UAX 29 for its language, with what documents need besides:
/// a line end that only wraps does not end a sentence, a page does, abbreviations do not, white space belongs to the
/// sentence before it, and what goes on for pages without an end is cut into pieces.
final class Sentences {

    /// A longer sentence, in UTF-16 units, is cut: no evidence should have to quote it whole.
    private static final int LONGEST = 4_000;

    private Sentences() {}

    /// The spans of all sentences in order; they tile the text.
    static List<Span> of(ExtractedText extracted) {
        String text = extracted.text().reveal();
        List<Span> spans = new ArrayList<>();
        BitSet ends = ends(text, extracted.pages(), extracted.language());
        int start = 0;
        for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
            add(text, new Span(start, end), spans);
            start = end;
        }
        return spans;
    }

    private static BitSet ends(String text, List<Page> pages, String language) {
        String unwrapped = Lines.unwrap(text);
        BitSet candidates = new BitSet(text.length() + 1);
        BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language));
        sentences.setText(unwrapped);
        sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            candidates.set(end);
        }
        BitSet pageEnds = new BitSet(text.length() + 1);
        pages.forEach(page -> pageEnds.set(Math.min(page.span().end(), text.length())));
        candidates.or(pageEnds);
        if (!text.isEmpty()) {
            candidates.set(text.length());
        }
        return settle(unwrapped, candidates, pageEnds);
    }

    private static BitSet settle(String text, BitSet candidates, BitSet pageEnds) {
        BitSet ends = new BitSet(text.length() + 1);
        int start = 0;
        int first = Blank.skip(text, 0, text.length()); // white space at the very start is the first sentence's
        for (int end = candidates.nextSetBit(first); end > 0; end = candidates.nextSetBit(Math.max(start, end) + 1)) {
            boolean last = end == text.length();
            boolean inside = !last && (!allowed(text, end) || (!pageEnds.get(end) && goesOn(text, start, end)));
            if (!inside && (last || end > first)) {
                start = Blank.skip(text, end, text.length());
                ends.set(start);
            }
        }
        return ends;
    }

    private static boolean goesOn(String text, int start, int end) {
        boolean quoted = "」』）".indexOf(text.charAt(end - 1)) >= 0;
        boolean particle = text.charAt(end) >= 'ぁ' && text.charAt(end) <= 'ん';
        return (quoted && particle) || Abbreviations.goesOn(text, start, end);
    }

    /// A page that ends inside a character or a line end of two characters ends with it.
    private static boolean allowed(String text, int end) {
        char before = text.charAt(end - 1);
        char after = text.charAt(end);
        return !Character.isSurrogatePair(before, after) && !(before == '\r' && after == '\n');
    }

    private static void add(String text, Span span, List<Span> spans) {
        int start = span.start();
        for (int pieces = Math.ceilDiv(span.length(), LONGEST); pieces > 1; pieces--) {
            Span rest = new Span(start, span.end());
            int wished = start + rest.length() / pieces;
            int cut = Incision.near(text, new Span(start, Math.min(span.end(), 2 * wished - start)), wished);
            spans.add(new Span(start, cut));
            start = cut;
        }
        spans.add(new Span(start, span.end()));
    }
}
