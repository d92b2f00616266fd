package io.readingroom.reading.question;

import io.readingroom.document.ProtectedText;
import io.readingroom.grounding.Evidence;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException.Cut;
import io.readingroom.inference.InferenceException.Useless;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Prose that a model wrote, of which only the sentences remain that code found support for.
///
/// @param sentences in the order they were written
/// @param rejected what was dropped
public record SupportedProse(List<SupportedSentence> sentences, Rejected rejected) {

    /// How prose is asked for.
    ///
    /// @param question the first question
    /// @param again makes the second question, from the sentences that nothing supported, one a line
    /// @param maxOutputTokens of each answer
    /// @param mostSentences of an answer that are looked at
    /// @param support finds what supports a sentence; empty when nothing does
    public record Request(
            String question,
            Function<String, String> again,
            int maxOutputTokens,
            int mostSentences,
            Function<String, List<Evidence>> support) {}

    /// Asks for prose, asks once more for what nothing supports, and drops what even then has no support. An answer
    /// that is none is counted and not fatal: a document without a summary still has its facts.
    ///
    /// @throws io.readingroom.inference.InferenceException when the server is not there or the text is too long
    public static SupportedProse ask(Conversation conversation, Request request) throws InterruptedException {
        Map<String, List<Evidence>> kept = new LinkedHashMap<>();
        Written first = write(conversation, request.question(), request.maxOutputTokens());
        List<String> failed = keep(limited(first.sentences(), request.mostSentences()), request, kept);
        int invalid = first.invalid();
        if (!failed.isEmpty()) {
            String question = request.again().apply("- " + String.join("\n- ", failed));
            Written second = write(conversation, question, request.maxOutputTokens());
            List<String> repaired = second.sentences().stream()
                    .filter(sentence -> !failed.contains(sentence))
                    .toList();
            keep(limited(repaired, failed.size()), request, kept);
            invalid += second.invalid();
        }
        List<SupportedSentence> sentences = new ArrayList<>();
        kept.forEach((text, evidence) -> sentences.add(new SupportedSentence(ProtectedText.of(text), evidence)));
        return new SupportedProse(sentences, new Rejected(0, failed.size(), invalid));
    }

    private static List<String> keep(List<String> sentences, Request request, Map<String, List<Evidence>> kept) {
        List<String> failed = new ArrayList<>();
        for (String sentence : sentences) {
            List<Evidence> evidence = request.support().apply(sentence);
            if (evidence.isEmpty()) {
                failed.add(sentence);
            } else {
                kept.putIfAbsent(sentence, evidence);
            }
        }
        return failed;
    }

    private static List<String> limited(List<String> sentences, int most) {
        return sentences.subList(0, Math.min(sentences.size(), most));
    }

    private static Written write(Conversation conversation, String question, int maxOutputTokens)
            throws InterruptedException {
        try {
            Answer answer = conversation.ask(question, null, maxOutputTokens, 0);
            return new Written(Prose.sentences(answer.content().reveal(), false), 0);
        } catch (Cut cut) {
            return new Written(Prose.sentences(cut.partial().content().reveal(), true), 0);
        } catch (Useless useless) {
            return new Written(List.of(), 1);
        }
    }

    private record Written(List<String> sentences, int invalid) {}
}
