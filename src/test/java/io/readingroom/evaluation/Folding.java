package io.readingroom.evaluation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes values comparable as the Kleister-NDA data set does (Graliński et al., 2020): upper-case, punctuation and
/// white space folded, dates as ISO 8601, terms as a number and a unit.
final class Folding {

    private static final Pattern ISO_DURATION = Pattern.compile("P(\\d+)([YMWD])");

    private Folding() {}

    /// A value of a labelled field, folded.
    static String fold(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s_]+", " ")
                .strip();
    }

    /// An ISO 8601 duration as the data set writes it (`P3Y` is `3 years`); any other value as it is.
    static String term(String value) {
        Matcher duration = ISO_DURATION.matcher(value);
        if (!duration.matches()) {
            return value;
        }
        String unit = switch (duration.group(2)) {
            case "Y" -> "year";
            case "M" -> "month";
            case "W" -> "week";
            default -> "day";
        };
        return duration.group(1) + " " + unit + (duration.group(1).equals("1") ? "" : "s");
    }

    /// A quote and the text it points at, folded so that line breaks and width do not tell them apart.
    static String quote(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
