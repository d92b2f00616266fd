package io.readingroom.reading.model;

import io.readingroom.document.ProtectedText;
import io.readingroom.grounding.Passage;
import io.readingroom.inference.InferenceException.Cut;
import io.readingroom.inference.InferenceException.Useless;
import io.readingroom.inference.Prompt;
import io.readingroom.reading.Profile;
import io.readingroom.reading.question.Conversation;
import io.readingroom.reading.question.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Asks for the facts of a profile: values only, in the words of the document; code finds where they stand.
final class FactsQuestion {

    private final PromptTemplate first = PromptTemplate.load("facts");
    private final PromptTemplate again = PromptTemplate.load("facts-again");

    List<PromptTemplate> templates() {
        return List.of(first, again);
    }

    /// The longest prompt of this question, but for the text.
    Prompt longest(Profile profile) {
        return new Prompt(
                ProtectedText.of(""),
                fill(again, profile),
                FactsSchema.of(profile),
                FactsSchema.maxOutputTokens(profile),
                0);
    }

    /// Asks, and asks once more when the answer is none. An answer that was cut keeps its finished values.
    Facts ask(Conversation conversation, Profile profile, Passage passage) throws InterruptedException {
        int invalid = 0;
        for (PromptTemplate template : templates()) {
            Optional<FactsAnswer> answer = ask(conversation, profile, template);
            if (answer.isPresent()) {
                return new FactGrounding(passage)
                        .keep(profile.fields(), answer.get(), new Echo(fields(profile)), invalid);
            }
            invalid++;
        }
        return new Facts(List.of(), 0, invalid, false);
    }

    private static Optional<FactsAnswer> ask(Conversation conversation, Profile profile, PromptTemplate template)
            throws InterruptedException {
        try {
            String answer = conversation
                    .ask(fill(template, profile), FactsSchema.of(profile), FactsSchema.maxOutputTokens(profile), 0)
                    .content()
                    .reveal();
            return FactsAnswer.parse(answer).filter(FactsAnswer::finished);
        } catch (Cut cut) {
            return FactsAnswer.parse(cut.partial().content().reveal())
                    .map(answer -> new FactsAnswer(answer.values(), false));
        } catch (Useless useless) {
            return Optional.empty();
        }
    }

    private static String fill(PromptTemplate template, Profile profile) {
        return template.fill(Map.of("fields", fields(profile)));
    }

    private static String fields(Profile profile) {
        return profile.fields().stream()
                .map(field -> "\"" + field.name() + "\": " + field.description())
                .collect(Collectors.joining("\n"));
    }
}
