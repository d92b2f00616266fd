package io.readingroom.reading.model;

import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.reading.Field;
import io.readingroom.reading.question.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The cue words of a field in one language.
///
/// @param words in lower case
record Cues(List<String> words) {

    /// Those of the text's language and of English, which stands in documents of every language; all of them when the
    /// language is not known.
    static Cues of(Field field, String language) {
        String primary = Languages.primary(language);
        if (field.cues().containsKey(primary)) {
            List<String> words = new ArrayList<>();
            Stream.of(primary, "en")
                    .distinct()
                    .forEach(tag -> words.addAll(field.cues().getOrDefault(tag, List.of())));
            return lower(words.stream());
        }
        return lower(field.cues().values().stream().flatMap(List::stream));
    }

    private static Cues lower(Stream<String> words) {
        return new Cues(words.map(word -> word.toLowerCase(Locale.ROOT)).toList());
    }

    /// Whether one of the words stands in the stretch, as a word of its own where its script has such.
    boolean in(ProtectedText text, Span stretch) {
        String around = text.slice(stretch).reveal().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return words.stream().anyMatch(word -> standsIn(around, word));
    }

    private static boolean standsIn(String around, String word) {
        for (int at = around.indexOf(word); at >= 0; at = around.indexOf(word, at + 1)) {
            if (edge(around, at - 1, word.charAt(0))
                    && edge(around, at + word.length(), word.charAt(word.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean edge(String around, int neighbour, char inside) {
        return neighbour < 0
                || neighbour >= around.length()
                || Character.isIdeographic(inside)
                || !Character.isLetter(inside)
                || !Character.isLetter(around.charAt(neighbour))
                || !latin(inside);
    }

    private static boolean latin(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
