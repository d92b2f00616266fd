package io.readingroom.grounding.value;

import io.readingroom.grounding.value.Mentions.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Plain numbers and percentages in folded text.
final class NumberMentions {

    private static final Pattern PERCENTAGE = Pattern.compile(Numerals.START + "(?<number>" + Numerals.NUMBER
            + ")\\s?(?:%|percent|per cent|pct|prozent|pour cent|por ciento|パーセント)|百分之(?<han>" + Numerals.NUMBER + ")");

    private static final Pattern NUMBER = Pattern.compile(Numerals.START + "(?<number>" + Numerals.NUMBER
            + ")(?:\\s?(?<scale>" + Scales.PATTERN + "))?(?![\\p{IsLatin}])");

    private NumberMentions() {}

    static List<Found> percentages(String folded, String language) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = PERCENTAGE.matcher(folded);
        while (matcher.find()) {
            String written = matcher.group("number") == null ? matcher.group("han") : matcher.group("number");
            BigDecimal number = Numerals.parse(written, language);
            if (number != null) {
                found.add(new Found(matcher.start(), matcher.end(), ValueType.NUMBER, Numerals.write(number) + "%"));
            }
        }
        return found;
    }

    /// Number words up to ten and single numerals are left out: `one` and `一` are words of many other
    /// meanings.
    static List<Found> scan(String folded, String language) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(folded);
        while (matcher.find()) {
            String number = value(matcher, language);
            String written = matcher.group("number");
            boolean digits = written.chars().anyMatch(Character::isDigit);
            boolean telling = digits
                    || (written.length() > 1 && number != null && new BigDecimal(number).compareTo(BigDecimal.TEN) > 0);
            if (number != null && telling) {
                found.add(new Found(matcher.start(), matcher.end(), ValueType.NUMBER, number));
            }
        }
        return found;
    }

    /// The number that the whole of a folded text is; null when it is none.
    static @Nullable String whole(String folded, String language) {
        Matcher matcher = NUMBER.matcher(folded);
        return matcher.matches() ? value(matcher, language) : null;
    }

    private static @Nullable String value(Matcher matcher, String language) {
        BigDecimal number = Numerals.parse(matcher.group("number"), language);
        return number == null ? null : Numerals.write(Scales.apply(number, matcher.group("scale")));
    }
}
