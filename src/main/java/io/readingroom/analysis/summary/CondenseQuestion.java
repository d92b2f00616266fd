package io.readingroom.analysis.summary;

import io.readingroom.reading.question.Conversation;
import io.readingroom.reading.question.Languages;
import io.readingroom.reading.question.PromptTemplate;
import io.readingroom.reading.question.SupportedProse;
import io.readingroom.reading.question.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Asks for one summary of sentences about parts.
final class CondenseQuestion {

    private static final int SENTENCE_TOKENS = 60;

    private final Wording first = Wording.load("condense");
    private final Wording again = Wording.load("condense-again");

    List<PromptTemplate> templates() {
        return Stream.of(first, again)
                .flatMap(wording -> wording.templates().stream())
                .toList();
    }

    static int outputTokens(int sentences) {
        return SENTENCE_TOKENS * sentences;
    }

    /// All wordings without the sentences that some repeat.
    List<String> wordings() {
        Map<String, String> values = Map.of("count", "10", "sentences", "", "language", "the language of the text");
        return templates().stream().map(template -> template.fill(values)).toList();
    }

    /// @param language BCP 47 tag of the lines' language
    SupportedProse ask(Conversation conversation, PartSentences parts, int count, String language)
            throws InterruptedException {
        String name = Languages.answer(null, language);
        return SupportedProse.ask(
                conversation,
                new SupportedProse.Request(
                        first.in(language).fill(Map.of("count", String.valueOf(count), "language", name)),
                        failed -> again.in(language).fill(Map.of("sentences", failed, "language", name)),
                        outputTokens(count),
                        count,
                        parts::support));
    }
}
