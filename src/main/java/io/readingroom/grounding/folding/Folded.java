package io.readingroom.grounding.folding;

import com.ibm.icu.text.Normalizer2;
import io.readingroom.document.Span;
import java.util.ArrayList;
import java.util.List;

/// A text folded for comparison, and the way back: each folded unit knows the units of the text it came from.
///
/// Folded are case, width and compatibility forms (NFKC_Casefold, UAX #31), quotes, dashes, runs of white
/// space, soft hyphens, hyphenation at a line's end, invisible and bidirectional characters, and white space
/// between Chinese or Japanese characters, which is only the typesetter's.
public final class Folded {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    Folded(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /// Folds `raw`.
    public static Folded of(String raw) {
        return new Folding(raw, false).fold();
    }

    /// Folds `raw` and joins what a hyphen joins: `non-disclosure` and `nondisclosure` become equal.
    public static Folded joined(String raw) {
        return new Folding(raw, true).fold();
    }

    /// The folded form of `raw` alone.
    public static String text(String raw) {
        return of(raw).text;
    }

    public String text() {
        return text;
    }

    /// The units of the unfolded text behind the folded units from `from` to before `to`.
    public Span span(int from, int to) {
        return new Span(starts[from], ends[to - 1]);
    }

    /// The first folded unit that came from `offset` or behind it.
    public int at(int offset) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Every place where `words`, already folded, stand; at most `limit`.
    public List<Span> occurrences(String words, int limit) {
        List<Span> found = new ArrayList<>();
        int from = words.isEmpty() ? -1 : text.indexOf(words);
        while (from >= 0 && found.size() < limit) {
            if (!splitsCharacter(from) && !splitsCharacter(from + words.length())) {
                found.add(span(from, from + words.length()));
            }
            from = text.indexOf(words, from + 1);
        }
        return found;
    }

    /// A ligature folds to several units: a match may not begin or end inside of one.
    private boolean splitsCharacter(int at) {
        return at > 0 && at < text.length() && starts[at - 1] == starts[at];
    }

    /// How NFKC_Casefold sees characters; one instance for all, because ICU loads it from its data.
    static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
}
