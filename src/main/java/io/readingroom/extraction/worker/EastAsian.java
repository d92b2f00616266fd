package io.readingroom.extraction.worker;

import java.lang.Character.UnicodeScript;
import java.util.List;

/// Chinese, Japanese and Korean, which Tesseract reads by other models than alphabets.
public final class EastAsian {

    private static final List<String> LANGUAGES = List.of("chi_", "jpn", "kor");

    private EastAsian() {}

    /// Whether it is one of them.
    ///
    /// @param language by Tesseract's name, such as `jpn_vert`
    public static boolean is(String language) {
        return LANGUAGES.stream().anyMatch(language::startsWith);
    }

    /// Whether a text has a character of their scripts.
    static boolean in(String text) {
        return text.codePoints().anyMatch(point -> switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }
}
