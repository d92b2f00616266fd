package io.readingroom.grounding.value;

import io.readingroom.grounding.value.Mentions.Found;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Calendar dates in folded text, to ISO 8601; a date without a day or month keeps only what it has
/// (`2014-05`).
final class DateMentions {

    private static final String MONTH = "(?<month>" + Months.NAMES + ")(?![\\p{IsLatin}])\\.?";
    private static final String ORDINAL_WORDS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
            + "|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
            + "|twenty[- ]?first|twenty[- ]?second|twenty[- ]?third|twenty[- ]?fourth|twenty[- ]?fifth|twenty[- ]?sixth"
            + "|twenty[- ]?seventh|twenty[- ]?eighth|twenty[- ]?ninth|thirtieth|thirty[- ]?first";
    private static final List<String> ORDINALS =
            List.of(ORDINAL_WORDS.replace("[- ]?", "").split("\\|"));
    private static final String START = "(?<![\\p{IsLatin}\\d])(?<!\\d[./-])";
    private static final String END = "(?!\\d)(?![./-]\\d)";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final String HAN_DAY = "\\d{1,2}|[一二三四五六七八九十廿卅]{1,3}";

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(START + YEAR + "(?<sep>[-/.])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})" + END),
            Pattern.compile(START + MONTH + " ?(?<d>\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: ?, ?| of | )" + YEAR + END),
            Pattern.compile(START + "(?:(?<d>\\d{1,2})(?: ?(?:st|nd|rd|th|er)|\\.|º)?|(?<ordinal>" + ORDINAL_WORDS
                    + "))(?: day)?(?: of| de)? ?" + MONTH + "(?: ?, ?| of | del? | )" + YEAR + END),
            Pattern.compile(START + "(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<year>\\d{4}|\\d{2})" + END),
            Pattern.compile("(?:(?<![\\d])(?<year>\\d{4}|[〇零一二三四五六七八九]{4})"
                    + "|(?<era>令和|平成|昭和|大正|明治|民国|民國)\\s?(?<eraYear>\\d{1,3}|元|[一二三四五六七八九十]{1,3}))"
                    + "\\s?[年년](?:\\s?(?<m>" + HAN_DAY + ")\\s?[月월](?:\\s?(?<d>" + HAN_DAY + ")\\s?[日号號일])?)?"),
            Pattern.compile(START + MONTH + "(?:,| of| de)? " + YEAR + END));

    private static final Map<String, Integer> ERAS =
            Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "大正", 1911, "明治", 1867, "民国", 1911, "民國", 1911);

    private DateMentions() {}

    static List<Found> scan(String folded, String language) {
        List<Found> found = new ArrayList<>();
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(folded);
            while (matcher.find()) {
                String iso = iso(matcher, language);
                if (iso != null) {
                    found.add(new Found(matcher.start(), matcher.end(), ValueType.DATE, iso));
                }
            }
        }
        return found;
    }

    private static @Nullable String iso(Matcher match, String language) {
        Integer year = year(match);
        if (year == null) {
            return null;
        }
        if (has(match, "a")) {
            return dayAndMonth(match, year, language);
        }
        Integer month = has(match, "month") ? Integer.valueOf(Months.number(match.group("month"))) : number(match, "m");
        Integer day = has(match, "ordinal") ? ordinal(match.group("ordinal")) : number(match, "d");
        return date(year, month, day);
    }

    private static @Nullable Integer year(Matcher match) {
        if (has(match, "era")) {
            String written = match.group("eraYear");
            BigDecimal year = written.equals("元") ? BigDecimal.ONE : Numerals.parse(written, "ja");
            return year == null ? null : year.intValue() + ERAS.getOrDefault(match.group("era"), 0);
        }
        Integer year = number(match, "year");
        if (year == null || year >= 100) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    /// `5/6/2014` begins with the month in English and with the day elsewhere; a number above 12 is a day
    /// anywhere.
    private static @Nullable String dayAndMonth(Matcher match, int year, String language) {
        int first = Integer.parseInt(match.group("a"));
        int second = Integer.parseInt(match.group("b"));
        boolean american = Numerals.primary(language).matches("en|und|")
                && !match.group("sep").equals(".");
        boolean monthFirst = second > 12 || (american && first <= 12);
        return monthFirst ? date(year, first, second) : date(year, second, first);
    }

    private static @Nullable String date(int year, @Nullable Integer month, @Nullable Integer day) {
        try {
            if (month == null) {
                return String.format("%04d", year);
            }
            return day == null
                    ? YearMonth.of(year, month).toString()
                    : LocalDate.of(year, month, day).toString();
        } catch (DateTimeException notOnTheCalendar) {
            return null;
        }
    }

    private static Integer ordinal(String word) {
        return ORDINALS.indexOf(word.replaceAll("[- ]", "")) + 1;
    }

    private static @Nullable Integer number(Matcher match, String group) {
        if (!has(match, group)) {
            return null;
        }
        String written = match.group(group).replace("廿", "二十").replace("卅", "三十");
        BigDecimal number = Numerals.parse(written, "zh");
        return number == null ? null : number.intValue();
    }

    private static boolean has(Matcher match, String group) {
        return match.namedGroups().containsKey(group) && match.group(group) != null;
    }
}
