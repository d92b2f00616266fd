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
        return mentions(folded, scan(folded.text(), language));
    }

    /// The mentions in a text that is compared with another one. Both are read alike, so a Japanese `2年` counts as a
    /// length of time here even where nothing around it says that it is no year of an era.
    ///
    /// @param language BCP 47 tag of the text's language
    public static List<Mention> comparable(String text, String language) {
        Folded folded = Folded.of(text);
        return mentions(folded, scanComparable(folded.text(), language));
    }

    /// The mentions in folded prose.
    public static List<Found> scan(String folded, String language) {
        List<Found> durations = DurationMentions.scan(folded, language);
        if (Numerals.primary(language).equals("ja")) {
            durations.removeIf(found -> !JapaneseYears.isLength(folded, found.from(), found.to()));
        }
        return all(folded, language, durations);
    }

    /// The mentions in a folded value or in a folded text that is compared with another one.
    public static List<Found> scanComparable(String folded, String language) {
        return all(folded, language, DurationMentions.scan(folded, language));
    }

    private static List<Found> all(String folded, String language, List<Found> durations) {
        List<Found> kept = new ArrayList<>();
        BitSet taken = new BitSet();
        keep(DateMentions.scan(folded, language), kept, taken);
        keep(AmountMentions.scan(folded, language), kept, taken);
        keep(NumberMentions.percentages(folded, language), kept, taken);
        keep(durations, kept, taken);
        keep(NumberMentions.scan(folded, language), kept, taken);
        kept.sort(Comparator.comparingInt(Found::from));
        return List.copyOf(kept);
    }

    private static List<Mention> mentions(Folded folded, List<Found> found) {
        return found.stream()
                .map(one -> new Mention(folded.span(one.from(), one.to()), one.type(), one.normalized()))
                .toList();
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
