package io.readingroom.reading.question;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Names of languages, as a question in English uses them.
public final class Languages {

    private Languages() {}

    /// The language to answer in, for use after "in".
    ///
    /// @param asked BCP 47 tag of the language asked for, null for the text's own
    /// @param text BCP 47 tag of the text's language, `und` when unknown
    public static String answer(@Nullable String asked, String text) {
        String tag = asked == null ? text : asked;
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() || name.equals("und") || name.equals("Unknown language")
                ? "the language of the text"
                : name;
    }

    /// The language subtag alone: `zh` for `zh-Hant-TW`.
    public static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
