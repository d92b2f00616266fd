package io.readingroom.extraction.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/// Tells the language of a text. Chinese, Japanese and Korean are told by their scripts, which is surer
/// than any statistics; the rest by Apache OpenNLP's model of 183 languages over character n-grams.
final class TextLanguage {

    static final String UNKNOWN = "und";

    private static final String MODEL = "/langdetect-183.bin";
    private static final int SAMPLE = 12_000;
    private static final int TOO_SHORT = 24;
    /// The model shares its certainty out among 183 languages; a sentence of prose gets about this much.
    private static final double SURE = 0.022;
    private static final double AHEAD = 1.1;
    /// A character of these scripts stands for about as much as three letters.
    private static final int WEIGHT = 3;
    /// Japanese of the driest kind still has particles and endings in kana.
    private static final int KANA_SHARE = 20;

    /// Individual languages whose macrolanguage has the common tag.
    private static final Map<String, String> MEMBERS =
            Map.of("arb", "ar", "pes", "fa", "lvs", "lv", "ekk", "et", "zsm", "ms", "nob", "nb", "plt", "mg");

    private static final Set<String> EAST_ASIAN = Set.of("zh", "ja", "ko");

    /// Languages with a tag of two letters, by their code of three: regional ones close to them would blur
    /// the answer, and the East Asian ones are known from their script.
    private static final Map<String, String> TAGS = tags();

    private @Nullable LanguageDetectorModel model;

    /// The language of most of `text` as a BCP 47 primary tag, or `und`.
    String of(String text) {
        String sample = sample(text);
        int han = 0;
        int kana = 0;
        int hangul = 0;
        int letters = 0;
        for (int at = 0; at < sample.length(); at += Character.charCount(sample.codePointAt(at))) {
            int point = sample.codePointAt(at);
            if (Character.isLetter(point)) {
                letters++;
                switch (UnicodeScript.of(point)) {
                    case HAN -> han++;
                    case HIRAGANA, KATAKANA -> kana++;
                    case HANGUL -> hangul++;
                    default -> {}
                }
            }
        }
        int others = letters - han - kana - hangul;
        if ((han + kana + hangul) * WEIGHT > others && han + kana + hangul > 0) {
            return hangul > han + kana ? "ko" : kana * KANA_SHARE > han + kana ? "ja" : "zh";
        }
        return letters < TOO_SHORT ? UNKNOWN : byModel(sample);
    }

    private String byModel(String sample) {
        List<Language> likely = Arrays.stream(new LanguageDetectorME(model()).predictLanguages(sample))
                .filter(language -> TAGS.containsKey(language.getLang()))
                .limit(2)
                .toList();
        double best = likely.getFirst().getConfidence();
        boolean sure = best >= SURE && best >= AHEAD * likely.getLast().getConfidence();
        return sure ? TAGS.getOrDefault(likely.getFirst().getLang(), UNKNOWN) : UNKNOWN;
    }

    /// Loaded with the first text that needs it.
    private synchronized LanguageDetectorModel model() {
        LanguageDetectorModel loaded = model == null ? load() : model;
        model = loaded;
        return loaded;
    }

    /// Text from the middle speaks for a document better than its head and its foot.
    private static String sample(String text) {
        int from = Math.max(0, (text.length() - SAMPLE) / 2);
        return text.substring(from, Math.min(text.length(), from + SAMPLE));
    }

    private static LanguageDetectorModel load() {
        try (InputStream bytes = TextLanguage.class.getResourceAsStream(MODEL)) {
            if (bytes == null) {
                throw new IllegalStateException("The language model is not on the class path");
            }
            return new LanguageDetectorModel(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>(MEMBERS);
        Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> !EAST_ASIAN.contains(tag))
                .forEach(tag -> tags.putIfAbsent(Locale.of(tag).getISO3Language(), tag));
        return Map.copyOf(tags);
    }
}
