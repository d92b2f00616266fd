package io.readingroom.grounding.value;

import io.readingroom.grounding.value.Mentions.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lengths of time in folded text, to ISO 8601. Business days have no ISO form and are no duration here.
final class DurationMentions {

    private static final Pattern DURATION = Pattern.compile(Numerals.START + "(?<number>" + Numerals.NUMBER
            + ")(?:(?: |-)?(?:full |calendar |consecutive )?"
            + "(?<unit>years?|yrs?|months?|weeks?|days?|hours?|minutes?|jahren?|jahre?s?|monate?n?|wochen?|tage?n?|stunden?"
            + "|ans?|années?|mois|semaines?|jours?|heures?|años?|meses|mes|semanas?|días?)(?![\\p{IsLatin}])"
            + "|\\s?(?<han>[ヶかカヵケ箇]?年|[个個ヶかカヵケ箇]月|月(?=[間间])|周|週|星期|天|日(?=[間间]|以内|以內|之内|内|前|後|后)"
            + "|[个個]?小时|時間|分钟|分間|(?<=(?:小时|時間)[\\d一二三四五六七八九十]{1,4})分(?!の))[間间]?)");

    private static final Pattern NO_DURATION_BEFORE = Pattern.compile("(?:第|令和|平成|昭和|大正|明治|民国|民國)\\s?$");

    private static final Pattern BETWEEN_PARTS = Pattern.compile(",? (?:and )?|\\s?(?:と|零|又)?");

    private static final String ORDER = "YMWDHN";

    private DurationMentions() {}

    static List<Found> scan(String folded, String language) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = DURATION.matcher(folded);
        int from = 0;
        while (matcher.find(from)) {
            from = matcher.end();
            Part part = part(matcher, folded, language);
            if (part != null) {
                int start = matcher.start();
                StringBuilder iso = new StringBuilder(part.iso());
                from = addSmallerParts(matcher, folded, language, part.unit(), iso);
                found.add(new Found(start, from, ValueType.DURATION, iso.toString()));
            }
        }
        return found;
    }

    /// `1 year and 6 months`: parts in falling order are one duration. Returns where the last one ends.
    private static int addSmallerParts(Matcher matcher, String folded, String language, char unit, StringBuilder iso) {
        int end = matcher.end();
        char last = unit;
        while (matcher.find(end) && joins(folded, end, matcher.start())) {
            Part next = part(matcher, folded, language);
            if (next == null || ORDER.indexOf(next.unit()) <= ORDER.indexOf(last)) {
                return end;
            }
            String smaller = next.iso().substring(1);
            iso.append(iso.indexOf("T") >= 0 ? smaller.replace("T", "") : smaller);
            last = next.unit();
            end = matcher.end();
        }
        return end;
    }

    private static boolean joins(String folded, int from, int to) {
        return to - from <= 6
                && BETWEEN_PARTS.matcher(folded.substring(from, to)).matches();
    }

    private static @Nullable Part part(Matcher matcher, String folded, String language) {
        String before = folded.substring(Math.max(0, matcher.start() - 3), matcher.start());
        BigDecimal number = Numerals.parse(matcher.group("number"), language);
        boolean yearOfCalendar =
                "年".equals(matcher.group("han")) && (number == null || number.compareTo(BigDecimal.valueOf(1000)) >= 0);
        if (number == null
                || yearOfCalendar
                || NO_DURATION_BEFORE.matcher(before).find()) {
            return null;
        }
        String unit = matcher.group("unit");
        char code = unit == null ? han(matcher.group("han")) : western(unit);
        return new Part(matcher.start(), Numerals.write(number), code);
    }

    private static char western(String unit) {
        String start = unit.substring(0, 2).toLowerCase(Locale.ROOT);
        return switch (start) {
            case "ye", "yr", "ja", "an", "añ" -> 'Y';
            case "mi" -> 'N';
            case "mo", "me" -> 'M';
            case "we", "wo", "se" -> 'W';
            case "ho", "st", "he" -> 'H';
            default -> 'D';
        };
    }

    private static char han(String unit) {
        return switch (unit.charAt(unit.length() - 1)) {
            case '年' -> 'Y';
            case '月' -> 'M';
            case '周', '週', '期' -> 'W';
            case '时' -> 'H';
            case '間' -> unit.startsWith("分") ? 'N' : 'H';
            case '钟', '分' -> 'N';
            default -> 'D';
        };
    }

    private record Part(int from, String number, char unit) {
        String iso() {
            return switch (unit) {
                case 'H' -> "PT" + number + "H";
                case 'N' -> "PT" + number + "M";
                default -> "P" + number + unit;
            };
        }
    }
}
