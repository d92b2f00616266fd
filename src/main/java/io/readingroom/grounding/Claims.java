package io.readingroom.grounding;

import io.readingroom.grounding.folding.Folded;
import io.readingroom.grounding.folding.Token;
import io.readingroom.grounding.value.Mention;
import io.readingroom.grounding.value.Mentions;
import io.readingroom.grounding.value.Months;
import io.readingroom.grounding.value.Numerals;
import io.readingroom.grounding.value.ValueType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a sentence claims that must stand word for word, or value for value, in what supports it.
///
/// @param values normal forms of its dates, durations, sums and numbers
/// @param names its capitalised words, folded
record Claims(Set<String> values, Set<String> names) {

    private static final Pattern CAPITALISED =
            Pattern.compile("(?<![\\p{L}\\d'’])(\\p{Lu}[\\p{L}\\d]*(?:[&'’.-]\\p{L}[\\p{L}\\d]*)*)");

    private static final Pattern OPENING = Pattern.compile("(?:^|[.!?:;]\\s+)[\"“”'‘(\\[]*$");

    private static final Set<String> NO_NAMES = Set.of(
            "i",
            "mr",
            "mrs",
            "ms",
            "dr",
            "agreement",
            "party",
            "parties",
            "company",
            "contract",
            "document",
            "section",
            "the",
            "chinese",
            "japanese",
            "english");

    /// The claims of a sentence as it was written.
    ///
    /// @param language of the sentence; German writes all nouns with a capital, so that none of them is taken
    ///     for a name
    static Claims of(String sentence, String language) {
        Set<String> values = new LinkedHashSet<>();
        for (Mention mention : Mentions.comparable(sentence, language)) {
            values.add(key(mention.type(), mention.normalized()));
        }
        return new Claims(values, Numerals.primary(language).equals("de") ? Set.of() : names(sentence));
    }

    /// Whether `offered` values, made by [#values], hold one that grants `claimed`.
    static boolean granted(String claimed, Set<String> offered) {
        if (offered.contains(claimed)) {
            return true;
        }
        int colon = claimed.indexOf(':');
        String type = claimed.substring(0, colon);
        String value = claimed.substring(colon + 1);
        return switch (type) {
            // A year or month is granted by a full date in it.
            case "DATE" -> offered.stream().anyMatch(other -> other.startsWith("DATE:" + value + "-"));
            // A bare number is granted by the sum or duration that it belongs to.
            case "NUMBER" -> offered.stream().anyMatch(other -> partOf(value, other));
            default -> false;
        };
    }

    private static boolean partOf(String number, String offered) {
        int colon = offered.indexOf(':');
        String value = offered.substring(colon + 1);
        return switch (offered.substring(0, colon)) {
            case "AMOUNT" -> value.endsWith(" " + number);
            case "DATE" ->
                (number.length() == 4 && value.startsWith(number))
                        || value.matches(".*-0?" + Pattern.quote(number) + "(?:-.*)?");
            case "DURATION" -> value.matches(".*(?<![\\d.])" + Pattern.quote(number) + "[A-Z].*");
            default -> false;
        };
    }

    /// The values that a folded sentence of a document offers.
    static Set<String> values(String folded, String language) {
        Set<String> values = new LinkedHashSet<>();
        for (Mentions.Found found : Mentions.scanComparable(folded, language)) {
            values.add(key(found.type(), found.normalized()));
        }
        return values;
    }

    private static String key(ValueType type, String normalized) {
        return type + ":" + normalized;
    }

    /// The word that opens a sentence has its capital from there and proves nothing.
    private static Set<String> names(String sentence) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = CAPITALISED.matcher(sentence);
        while (matcher.find()) {
            String folded = Folded.text(matcher.group());
            boolean first =
                    OPENING.matcher(sentence.substring(0, matcher.start())).find();
            if (!first && !NO_NAMES.contains(folded) && !isMonth(folded)) {
                names.addAll(Token.of(folded).stream().map(Token::word).toList());
            }
        }
        return names;
    }

    private static boolean isMonth(String word) {
        return word.matches(Months.NAMES);
    }
}
