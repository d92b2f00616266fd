package io.readingroom.analysis.summary;

import io.readingroom.analysis.Material;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.Warning;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.question.Languages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The summary of the whole, in the language asked for as far as it could be translated. The summaries of the parts
/// stay in the document's language.
///
/// @param whole the sentences and all they have cost
/// @param language BCP 47 tag of the language of its sentences
/// @param warnings `summary-not-translated` when a sentence is still in the document's language
public record SummaryInLanguage(Condensed whole, String language, List<Warning> warnings) {

    public static SummaryInLanguage of(Material material, Condensed summary, Condenser condenser)
            throws InterruptedException {
        String asked = material.assignment().answerLanguage();
        if (asked == null || Languages.primary(asked).equals(Languages.primary(material.language()))) {
            return new SummaryInLanguage(summary, material.language(), List.of());
        }
        List<SupportedSentence> sentences = summary.sentences();
        if (sentences.isEmpty()) {
            return new SummaryInLanguage(summary, asked, List.of());
        }
        Condensed translated = condenser.translate(sentences, material.language(), asked);
        long stayed =
                translated.sentences().stream().filter(sentences::contains).count();
        return new SummaryInLanguage(
                both(summary, translated),
                stayed == sentences.size() ? material.language() : asked,
                stayed == 0 ? List.of() : List.of(Warning.of("summary-not-translated")));
    }

    private static Condensed both(Condensed summary, Condensed translated) {
        Map<String, ContentDigest> digests = new TreeMap<>(summary.templateDigests());
        digests.putAll(translated.templateDigests());
        return new Condensed(
                translated.sentences(),
                summary.rejected().plus(translated.rejected()),
                summary.usage().plus(translated.usage()),
                digests);
    }
}
