package io.readingroom.reading.model;

import io.readingroom.document.ProtectedText;
import io.readingroom.grounding.Evidence;
import io.readingroom.grounding.Grounded;
import io.readingroom.grounding.Grounder;
import io.readingroom.grounding.Passage;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException.Cut;
import io.readingroom.inference.InferenceException.Useless;
import io.readingroom.inference.Prompt;
import io.readingroom.reading.ReadingConfig.Band;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SentimentReading;
import io.readingroom.reading.question.Conversation;
import io.readingroom.reading.question.Languages;
import io.readingroom.reading.question.PromptTemplate;
import io.readingroom.reading.question.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Asks how a text sounds, by the log-probabilities of one word, and for the words that carry it.
final class SentimentQuestion {

    /// One word in any of the three labels, with its stop.
    private static final int LABEL_TOKENS = 5;

    private static final int ALTERNATIVES = 20;
    private static final int DRIVER_TOKENS = 60;

    private final Map<String, PromptTemplate> verdicts =
            Map.of("", PromptTemplate.load("sentiment"), "zh", PromptTemplate.load("sentiment.zh"));
    private final Map<String, Wording> drivers = Map.of(
            "positive", Wording.load("drivers-positive"),
            "negative", Wording.load("drivers-negative"));

    /// What came of it.
    record Verdict(SentimentReading reading, Rejected rejected) {}

    List<PromptTemplate> templates() {
        return Stream.concat(
                        verdicts.values().stream(),
                        drivers.values().stream().flatMap(wording -> wording.templates().stream()))
                .toList();
    }

    /// The prompts, but for the text.
    List<Prompt> longest() {
        return templates().stream()
                .map(template -> new Prompt(ProtectedText.of(""), template.text(), null, DRIVER_TOKENS, 0))
                .toList();
    }

    Verdict ask(Conversation conversation, Passage passage, Band band) throws InterruptedException {
        Optional<Answer> answer = answer(conversation, verdict(passage.language()), LABEL_TOKENS, ALTERNATIVES);
        LabelShares shares = answer.map(given -> shares(given, band)).orElseGet(() -> LabelShares.said(""));
        boolean invalid = answer.map(given -> !shares.measured()
                        && !LabelShares.isLabel(given.content().reveal()))
                .orElse(true);
        Rejected rejected = new Rejected(0, 0, invalid ? 1 : 0);
        if (shares.label().equals("neutral")) {
            return new Verdict(reading(shares, List.of()), rejected);
        }
        List<Evidence> carriers = drivers(conversation, shares.label(), passage);
        return new Verdict(reading(shares, carriers), rejected.plus(new Rejected(carriers.isEmpty() ? 1 : 0, 0, 0)));
    }

    private List<Evidence> drivers(Conversation conversation, String label, Passage passage)
            throws InterruptedException {
        Wording wording = Objects.requireNonNull(drivers.get(label));
        Grounder grounder = new Grounder(passage);
        return answer(conversation, wording.in(passage.language()).text(), DRIVER_TOKENS, 0)
                .map(given -> WrittenValue.clean(given.content().reveal(), ValueType.TEXT))
                .flatMap(words -> longestFound(grounder, words))
                .map(found -> List.of(found.evidence()))
                .orElse(List.of());
    }

    /// The whole answer, else its first line: a model may go on after the sentence it was asked for.
    private static Optional<Grounded> longestFound(Grounder grounder, String words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return grounder.find(words, List.of())
                .or(() -> grounder.find(
                        WrittenValue.clean(words.lines().findFirst().orElse(""), ValueType.TEXT), List.of()));
    }

    /// Japanese is asked about in English, which was judged better.
    private String verdict(String language) {
        PromptTemplate english = Objects.requireNonNull(verdicts.get(""));
        return verdicts.getOrDefault(Languages.primary(language), english).text();
    }

    private static LabelShares shares(Answer answer, Band band) {
        OptionalDouble margin = LabelShares.margin(answer.firstToken());
        return margin.isPresent()
                ? LabelShares.of(margin.getAsDouble(), band)
                : LabelShares.said(answer.content().reveal());
    }

    private static SentimentReading reading(LabelShares shares, List<Evidence> drivers) {
        return new SentimentReading(shares.positive(), shares.neutral(), shares.negative(), shares.measured(), drivers);
    }

    /// The answer, cut or not: the first token is what counts, and of a driver its finished words.
    private static Optional<Answer> answer(
            Conversation conversation, String question, int maxOutputTokens, int alternatives)
            throws InterruptedException {
        try {
            return Optional.of(conversation.ask(question, null, maxOutputTokens, alternatives));
        } catch (Cut cut) {
            return Optional.of(cut.partial());
        } catch (Useless useless) {
            return Optional.empty();
        }
    }
}
