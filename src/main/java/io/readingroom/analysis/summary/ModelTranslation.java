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
import io.readingroom.reading.Usage;
import io.readingroom.reading.question.Conversation;
import io.readingroom.reading.question.Languages;
import io.readingroom.reading.question.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Has the model translate sentences that are supported already. Small models get numbers wrong when they change the
/// language, so that a translation counts only when each of its numbers, dates and amounts is one of the original's;
/// otherwise the original stays, which is true.
final class ModelTranslation {

    private static final int SENTENCE_TOKENS = 120;
    private static final Pattern QUOTES = Pattern.compile("^[\"“「]|[\"”」]$");

    private final PromptTemplate template = PromptTemplate.load("translate");

    Condensed translate(
            ModelSession session, TokenCounter counter, List<SupportedSentence> sentences, String from, String to)
            throws InterruptedException {
        List<SupportedSentence> translated = new ArrayList<>();
        Usage usage = Usage.NONE;
        String question = template.fill(Map.of("language", Languages.answer(to, from)));
        for (SupportedSentence original : sentences) {
            ProtectedText text = ProtectedText.of(original.text().reveal().replaceAll("\\s+", " "));
            Conversation conversation = new Conversation(session, text, counter.count(text.reveal()));
            String written = ask(conversation, question);
            boolean kept = !written.isEmpty() && agree(text.reveal(), from, written, to);
            translated.add(kept ? new SupportedSentence(ProtectedText.of(written), original.evidence()) : original);
            usage = usage.plus(conversation.usage());
        }
        return new Condensed(translated, Rejected.NONE, usage, Map.of(template.name(), template.digest()));
    }

    /// One sentence at a time: of several a small model makes more or fewer, and then none can be told apart.
    private static String ask(Conversation conversation, String question) throws InterruptedException {
        try {
            String answer = conversation
                    .ask(question, null, SENTENCE_TOKENS, 0)
                    .content()
                    .reveal();
            return QUOTES.matcher(answer.replaceAll("\\s+", " ").strip()).replaceAll("");
        } catch (Cut | Useless | TooLong noTranslation) {
            return "";
        }
    }

    private static boolean agree(String original, String from, String translation, String to) {
        return !translation.equals(original) && values(original, from).containsAll(values(translation, to));
    }

    private static Set<String> values(String text, String language) {
        return Mentions.comparable(text, language).stream()
                .map(Mention::normalized)
                .collect(Collectors.toSet());
    }
}
