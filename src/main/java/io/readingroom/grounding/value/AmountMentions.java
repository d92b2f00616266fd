package io.readingroom.grounding.value;

import io.readingroom.grounding.value.Mentions.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sums of money in folded text, to `<ISO 4217 code> <plain number>`.
final class AmountMentions {

    private static final Pattern BEFORE = Pattern.compile("(?<![\\p{IsLatin}])(?<currency>" + Currencies.BEFORE_NUMBER
            + ")\\s?(?<number>" + Numerals.NUMBER + ")(?:\\s?(?<scale>" + Scales.PATTERN + "))?(?:\\s?[元円圆])?(?!\\d)");

    private static final Pattern BEHIND = Pattern.compile(Numerals.START + "(?<number>" + Numerals.NUMBER
            + ")(?:\\s?(?<scale>" + Scales.PATTERN + "))?\\s?(?<currency>" + Currencies.BEHIND_NUMBER
            + ")(?![\\p{IsLatin}])");

    private AmountMentions() {}

    static List<Found> scan(String folded, String language) {
        List<Found> found = new ArrayList<>();
        collect(BEFORE.matcher(folded), language, found);
        collect(BEHIND.matcher(folded), language, found);
        return found;
    }

    private static void collect(Matcher matcher, String language, List<Found> found) {
        while (matcher.find()) {
            BigDecimal number = Numerals.parse(matcher.group("number"), language);
            if (number != null) {
                String sum = Numerals.write(Scales.apply(number, matcher.group("scale")));
                String code = Currencies.code(matcher.group("currency"), language);
                found.add(new Found(matcher.start(), matcher.end(), ValueType.AMOUNT, code + " " + sum));
            }
        }
    }
}
