package io.readingroom.analysis.summary;

import io.readingroom.document.ProtectedText;
import io.readingroom.document.TokenCounter;
import io.readingroom.grounding.value.Mention;
import io.readingroom.grounding.value.Mentions;
import io.readingroom.inference.InferenceException.Cut;
import io.readingroom.inference.InferenceException.TooLong;
import io.readingroom.inference.InferenceException.Useless;
import io.readingroom.inference.ModelSession;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.question.Conversation;
import io.readingroom.reading.question.Languages;
import io.readingroom.reading.question.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Has the model translate sentences that are supported already. Small models get numbers wrong when they change the
/// language, so that a translation counts only when each of its numbers, dates and amounts is one of the original's;
/// otherwise the original stays, which is true.
final class ModelTranslation {

    private static final int LINE_TOKENS = 90;

    private final PromptTemplate template = PromptTemplate.load("translate");

    Condensed translate(
            ModelSession session, TokenCounter counter, List<SupportedSentence> sentences, String from, String to)
            throws InterruptedException {
        ProtectedText text = ProtectedText.of(sentences.stream()
                .map(sentence -> sentence.text().reveal().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n")));
        Conversation conversation = new Conversation(session, text, counter.count(text.reveal()));
        List<String> lines = lines(conversation, sentences.size(), Languages.answer(to, from));
        List<SupportedSentence> translated = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            SupportedSentence original = sentences.get(i);
            boolean kept =
                    lines.size() == sentences.size() && agree(original.text().reveal(), from, lines.get(i), to);
            translated.add(
                    kept ? new SupportedSentence(ProtectedText.of(lines.get(i)), original.evidence()) : original);
        }
        return new Condensed(
                translated, Rejected.NONE, conversation.usage(), Map.of(template.name(), template.digest()));
    }

    private List<String> lines(Conversation conversation, int count, String language) throws InterruptedException {
        try {
            String question = template.fill(Map.of("language", language));
            return conversation
                    .ask(question, null, count * LINE_TOKENS, 0)
                    .content()
                    .reveal()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (Cut | Useless | TooLong noTranslation) {
            return List.of();
        }
    }

    private static boolean agree(String original, String from, String translation, String to) {
        return values(original, from).containsAll(values(translation, to));
    }

    private static Set<String> values(String text, String language) {
        return Mentions.comparable(text, language).stream()
                .map(Mention::normalized)
                .collect(Collectors.toSet());
    }
}
