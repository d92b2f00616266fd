package io.readingroom.reading.model;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells the words of a question in its answer: a small model that finds nothing answers with what it was asked, which
/// may well stand in the text.
final class Echo {

    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String question;

    Echo(String question) {
        this.question = words(question);
    }

    /// Whether the question holds these words one after the other.
    boolean repeats(String words) {
        return question.contains(words(words));
    }

    private static String words(String text) {
        return " "
                + NO_WORDS.matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
