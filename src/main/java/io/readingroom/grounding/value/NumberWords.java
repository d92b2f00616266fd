package io.readingroom.grounding.value;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// English number words up to trillions.
final class NumberWords {

    private static final String[] BELOW_TWENTY = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };

    private static final String[] TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

    private static final Map<String, Integer> ADDENDS = addends();

    private static final Map<String, Integer> SCALES =
            Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9, "trillion", 12);

    private static final String WORD = "(?:" + String.join("|", BELOW_TWENTY) + "|" + String.join("|", TENS)
            + "|hundred|thousand|million|billion|trillion)(?![\\p{IsLatin}])";

    /// A regular expression of a number in words; bounded.
    static final String PATTERN =
            "(?:a(?= (?:hundred|thousand|million|billion)) )?" + WORD + "(?:(?: |-| and )" + WORD + "){0,14}";

    private NumberWords() {}

    /// The number; null when the words are no number.
    static @Nullable BigDecimal parse(String words) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        boolean any = false;
        for (String word : words.split("[ -]+")) {
            Integer addend = ADDENDS.get(word);
            Integer power = SCALES.get(word);
            if (addend != null) {
                section = section.add(BigDecimal.valueOf(addend));
            } else if (power != null) {
                BigDecimal before = section.signum() == 0 ? BigDecimal.ONE : section;
                section = before.scaleByPowerOfTen(power);
                if (power > 2) {
                    total = total.add(section);
                    section = BigDecimal.ZERO;
                }
            } else if (!word.equals("and") && !word.equals("a")) {
                return null;
            }
            any |= addend != null || power != null;
        }
        return any ? total.add(section) : null;
    }

    private static Map<String, Integer> addends() {
        Map<String, Integer> values = new HashMap<>();
        for (int i = 0; i < BELOW_TWENTY.length; i++) {
            values.put(BELOW_TWENTY[i], i);
        }
        for (int i = 0; i < TENS.length; i++) {
            values.put(TENS[i], 20 + 10 * i);
        }
        return Map.copyOf(values);
    }
}
