package io.readingroom.extractive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Words and how positive or negative they are, read from a file of the program.
///
/// @param valences from -4 to 4
/// @param longest the length of the longest word
record Lexicon(Map<String, Double> valences, int longest) {

    /// The lexicon of a language that has one.
    static Lexicon of(String language) {
        Map<String, Double> valences = new HashMap<>();
        int longest = 0;
        for (String line : new String(bytes(language), StandardCharsets.UTF_8).split("\n")) {
            int tab = line.indexOf('\t');
            if (tab > 0 && line.charAt(0) != '#') {
                valences.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
                longest = Math.max(longest, tab);
            }
        }
        return new Lexicon(Map.copyOf(valences), longest);
    }

    /// The file of a language's lexicon.
    static byte[] bytes(String language) {
        try (InputStream file = Lexicon.class.getResourceAsStream("/lexicons/" + language + ".tsv")) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its lexicon of " + language);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The program's own lexicon cannot be read", unreadable);
        }
    }

    double valence(String word) {
        return valences.getOrDefault(word, 0.0);
    }
}
