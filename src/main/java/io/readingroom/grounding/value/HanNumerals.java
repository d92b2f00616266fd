package io.readingroom.grounding.value;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers in Chinese and Japanese numerals, also mixed with digits: `三百万`, `1億2,000万`, `二〇二四`.
final class HanNumerals {

    private static final Map<Integer, Integer> POWERS = Map.ofEntries(
            Map.entry((int) '十', 1),
            Map.entry((int) '百', 2),
            Map.entry((int) '千', 3),
            Map.entry((int) '万', 4),
            Map.entry((int) '萬', 4),
            Map.entry((int) '亿', 8),
            Map.entry((int) '億', 8),
            Map.entry((int) '兆', 12));

    private static final String UNITS = "零一二三四五六七八九";

    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;
    private @Nullable BigDecimal current;

    private HanNumerals() {}

    /// The number; null when the numerals are none.
    static @Nullable BigDecimal parse(String written, String language) {
        return written.codePoints().noneMatch(POWERS::containsKey)
                ? positional(written)
                : new HanNumerals().read(written, language);
    }

    private @Nullable BigDecimal read(String written, String language) {
        int at = 0;
        while (at < written.length()) {
            int unit = written.charAt(at);
            Integer power = POWERS.get(unit);
            int end = at + 1;
            if (power == null) {
                end = runEnd(written, at);
                current =
                        Character.isDigit(unit) ? Numerals.western(written.substring(at, end), language) : digit(unit);
                if (current == null) {
                    return null;
                }
            } else if (!multiply(power)) {
                return null;
            }
            at = end;
        }
        return total.add(section).add(current == null ? BigDecimal.ZERO : current);
    }

    /// Applies a unit; false when there is nothing for it to multiply.
    private boolean multiply(int power) {
        if (power < 4) {
            section = section.add((current == null ? BigDecimal.ONE : current).scaleByPowerOfTen(power));
        } else {
            BigDecimal here = section.add(current == null ? BigDecimal.ZERO : current);
            // 3万亿: a larger unit multiplies what stands before it as well.
            boolean larger = total.signum() > 0 && total.compareTo(BigDecimal.ONE.scaleByPowerOfTen(power)) < 0;
            if (here.signum() == 0 && !larger) {
                return false;
            }
            total = larger ? total.add(here).scaleByPowerOfTen(power) : total.add(here.scaleByPowerOfTen(power));
            section = BigDecimal.ZERO;
        }
        current = null;
        return true;
    }

    private static int runEnd(String written, int from) {
        int end = from + 1;
        boolean digits = Character.isDigit(written.charAt(from));
        while (digits && end < written.length() && isDigitOrSeparator(written.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigitOrSeparator(char unit) {
        return Character.isDigit(unit) || unit == '.' || unit == ',';
    }

    /// `二〇二四`: one numeral a digit.
    private static @Nullable BigDecimal positional(String written) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            BigDecimal digit = digit(written.charAt(i));
            if (digit == null) {
                return null;
            }
            digits.append(digit.toPlainString());
        }
        return new BigDecimal(digits.toString());
    }

    private static @Nullable BigDecimal digit(int numeral) {
        if (numeral >= '0' && numeral <= '9') {
            return BigDecimal.valueOf(numeral - '0');
        }
        int value = switch (numeral) {
            case '〇' -> 0;
            case '两', '兩' -> 2;
            default -> UNITS.indexOf(numeral);
        };
        return value < 0 ? null : BigDecimal.valueOf(value);
    }
}
