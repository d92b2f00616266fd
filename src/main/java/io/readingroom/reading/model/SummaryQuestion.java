package io.readingroom.reading.model;

import io.readingroom.document.ProtectedText;
import io.readingroom.grounding.Attribution;
import io.readingroom.grounding.Passage;
import io.readingroom.inference.Prompt;
import io.readingroom.reading.question.Conversation;
import io.readingroom.reading.question.Languages;
import io.readingroom.reading.question.PromptTemplate;
import io.readingroom.reading.question.SupportedProse;
import io.readingroom.reading.question.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Asks for a summary of the text in a few sentences of prose; code attributes each to the sentences that support it.
final class SummaryQuestion {

    private static final int SUMMARY_TOKENS = 160;
    private static final int MOST_SENTENCES = 4;

    private final Wording first = Wording.load("summary");
    private final Wording again = Wording.load("summary-again");

    List<PromptTemplate> templates() {
        return Stream.of(first, again)
                .flatMap(wording -> wording.templates().stream())
                .toList();
    }

    /// The second questions without the sentences they repeat, which are room for another answer.
    List<Prompt> longest() {
        Map<String, String> values = Map.of("sentences", "", "language", "the language of the text");
        return templates().stream()
                .map(template -> new Prompt(ProtectedText.of(""), template.fill(values), null, 2 * SUMMARY_TOKENS, 0))
                .toList();
    }

    SupportedProse ask(Conversation conversation, Passage passage) throws InterruptedException {
        String language = Languages.answer(null, passage.language());
        Attribution attribution = new Attribution(passage);
        return SupportedProse.ask(
                conversation,
                new SupportedProse.Request(
                        first.in(passage.language()).fill(Map.of("language", language)),
                        failed -> again.in(passage.language()).fill(Map.of("sentences", failed, "language", language)),
                        SUMMARY_TOKENS,
                        MOST_SENTENCES,
                        attribution::support));
    }
}
