package io.readingroom.grounding.value;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Numbers as they are written in folded text: in digits with either decimal sign, in Chinese and Japanese
/// numerals, mixed (`1億2,000万`), in English words, and in words with the digits behind them (`eighteen
/// (18)`).
public final class Numerals {

    static final String HAN = "〇零一二三四五六七八九十百千万萬亿億兆两兩";

    private static final String DIGIT_OR_HAN = "\\d" + HAN;

    /// A regular expression of a number. Bounded, so that hostile text costs linear time.
    static final String NUMBER = "(?:" + NumberWords.PATTERN + "(?:\\s?\\(\\s?\\d[\\d,.]{0,20}\\s?\\))?|"
            + "\\d{1,3}(?: \\d{3}(?!\\d)){1,5}(?:[.,]\\d{1,4})?(?= ?(?:€|eur|chf|usd|kr))|"
            + "[" + DIGIT_OR_HAN + "](?:[" + DIGIT_OR_HAN + ".,]{0,40}[" + DIGIT_OR_HAN
            + "])?(?:\\s?\\(\\s?\\d{1,6}\\s?\\))?)";

    /// What may not stand before a number.
    static final String START = "(?<![\\p{IsLatin}" + DIGIT_OR_HAN + "])(?<![\\d][.,])";

    private static final Set<String> DECIMAL_COMMA = Set.of(
            "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "sv", "da", "nb", "no", "fi", "cs", "sk", "hu", "ro",
            "tr", "el", "bg", "hr", "sl", "id", "vi");

    private Numerals() {}

    /// The number that `written`, which matches [#NUMBER], stands for; null when it is none or contradicts
    /// itself.
    static @Nullable BigDecimal parse(String written, String language) {
        int bracket = written.indexOf('(');
        if (bracket < 0) {
            return plain(written.strip(), language);
        }
        BigDecimal said = plain(written.substring(0, bracket).strip(), language);
        String inside =
                written.substring(bracket + 1, written.indexOf(')', bracket)).strip();
        BigDecimal digits = plain(inside, language);
        return said != null && digits != null && said.compareTo(digits) == 0 ? digits : null;
    }

    private static @Nullable BigDecimal plain(String written, String language) {
        if (written.isEmpty()) {
            return null;
        }
        if (written.chars().anyMatch(unit -> HAN.indexOf(unit) >= 0)) {
            return HanNumerals.parse(written, language);
        }
        return Character.isDigit(written.charAt(0)) ? western(written, language) : NumberWords.parse(written);
    }

    static @Nullable BigDecimal western(String written, String language) {
        String digits = written.replace(" ", "");
        boolean decimalComma = DECIMAL_COMMA.contains(primary(language));
        int dot = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        char decimal = decimalComma ? ',' : '.';
        if (dot >= 0 && comma >= 0) {
            decimal = dot > comma ? '.' : ',';
        } else if (isDecimal(digits, decimalComma ? '.' : ',')) {
            decimal = decimalComma ? '.' : ',';
        }
        char group = decimal == '.' ? ',' : '.';
        String plain = digits.replace(String.valueOf(group), "").replace(decimal, '.');
        return plain.matches("\\d+(?:\\.\\d+)?") ? new BigDecimal(plain) : null;
    }

    /// Whether the sign that groups digits in this language cannot group these: `1,5` in English.
    private static boolean isDecimal(String digits, char grouping) {
        return digits.indexOf(grouping) >= 0 && !digits.matches("\\d{1,3}(?:[.,]\\d{3})+");
    }

    /// A number without exponent or trailing zeros.
    static String write(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// The language of a tag, without script and region.
    public static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }
}
