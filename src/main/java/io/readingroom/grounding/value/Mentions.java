package io.readingroom.grounding.value;

import io.readingroom.grounding.folding.Folded;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Finds the dates, durations, sums and numbers of a text. No two of them overlap: `2014年5月20日` is a date
/// and no number.
public final class Mentions {

    private Mentions() {}

    /// The mentions in `text`, in order, their spans counted from its beginning.
    ///
    /// @param language BCP 47 tag of the text's language, which decides about decimal commas, `5/6/2014` and
    ///     `¥`
    public static List<Mention> in(String text, String language) {
        Folded folded = Folded.of(text);
        return scan(folded.text(), language).stream()
                .map(found -> new Mention(folded.span(found.from(), found.to()), found.type(), found.normalized()))
                .toList();
    }

    /// The mentions in a folded text.
    public static List<Found> scan(String folded, String language) {
        List<Found> kept = new ArrayList<>();
        BitSet taken = new BitSet();
        keep(DateMentions.scan(folded, language), kept, taken);
        keep(AmountMentions.scan(folded, language), kept, taken);
        keep(NumberMentions.percentages(folded, language), kept, taken);
        keep(DurationMentions.scan(folded, language), kept, taken);
        keep(NumberMentions.scan(folded, language), kept, taken);
        kept.sort(Comparator.comparingInt(Found::from));
        return List.copyOf(kept);
    }

    private static void keep(List<Found> found, List<Found> kept, BitSet taken) {
        for (Found one : found) {
            int next = taken.nextSetBit(one.from());
            if (next < 0 || next >= one.to()) {
                taken.set(one.from(), one.to());
                kept.add(one);
            }
        }
    }

    /// A mention in folded units.
    public record Found(int from, int to, ValueType type, String normalized) {}
}
