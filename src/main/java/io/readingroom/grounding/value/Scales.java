package io.readingroom.grounding.value;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words and letters behind a number that multiply it: `million`, `bn`, `k`.
final class Scales {

    /// A regular expression of them.
    static final String PATTERN =
            "(?:thousand|tausend|mille|millionen|millions?|millones|milliarden?|milliards?|billion"
                    + "|trillion|mio\\.?|mrd\\.?|mn|mm|bn|tn|tsd\\.?|k|m|b)(?![\\p{IsLatin}])";

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("thousand", 3),
            Map.entry("tausend", 3),
            Map.entry("tsd", 3),
            Map.entry("mille", 3),
            Map.entry("k", 3),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("millionen", 6),
            Map.entry("millones", 6),
            Map.entry("mio", 6),
            Map.entry("mn", 6),
            Map.entry("mm", 6),
            Map.entry("m", 6),
            Map.entry("milliarde", 9),
            Map.entry("milliarden", 9),
            Map.entry("milliard", 9),
            Map.entry("milliards", 9),
            Map.entry("mrd", 9),
            Map.entry("billion", 9),
            Map.entry("bn", 9),
            Map.entry("b", 9),
            Map.entry("trillion", 12),
            Map.entry("tn", 12));

    private Scales() {}

    /// The number times what `scale` says; the number itself when that is null.
    static BigDecimal apply(BigDecimal number, @Nullable String scale) {
        return scale == null ? number : number.scaleByPowerOfTen(POWERS.getOrDefault(scale.replace(".", ""), 0));
    }
}
