package io.readingroom.grounding.value;

import io.readingroom.grounding.folding.Folded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Normal forms of values, so that two ways of writing the same thing compare equal.
public final class Values {

    private Values() {}

    /// The normal form of a value.
    ///
    /// @param type what the value is
    /// @param words the value as it stands in the document
    /// @param language BCP 47 tag of the text's language
    /// @return an ISO 8601 date or duration, `<currency> <plain number>`, a plain number or one with `%`, a
    ///     folded name; null when the words are no such value, or several different ones
    public static @Nullable String normalize(ValueType type, String words, String language) {
        String folded = Folded.text(words);
        return switch (type) {
            case TEXT -> empty(bareText(folded));
            case NAME -> empty(Names.bare(folded));
            case DATE, DURATION, AMOUNT -> only(type, folded, language);
            case NUMBER -> {
                String number = only(type, folded, language);
                yield number == null ? NumberMentions.whole(folded, language) : number;
            }
        };
    }

    private static String bareText(String folded) {
        return folded.replaceAll("^[\\p{Punct}、。 ]+|[\\p{Punct}、。 ]+$", "");
    }

    private static @Nullable String only(ValueType type, String folded, String language) {
        List<String> values = Mentions.scanComparable(folded, language).stream()
                .filter(found -> found.type() == type)
                .map(Mentions.Found::normalized)
                .distinct()
                .toList();
        return values.size() == 1 ? values.getFirst() : null;
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
