package io.readingroom.reading;

import io.readingroom.document.ProtectedText;
import io.readingroom.document.TokenCounter;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException.TooLong;
import io.readingroom.inference.ModelCard;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.ModelSession;
import io.readingroom.inference.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A model server in memory that answers from a script: the first rule whose words stand in the question answers.
public final class ScriptedDoor implements ModelDoor {

    private final Map<String, Function<Prompt, Answer>> rules = new LinkedHashMap<>();
    private final List<Prompt> asked = Collections.synchronizedList(new ArrayList<>());
    private final int contextTokens;
    private int open;

    public ScriptedDoor(int contextTokens) {
        this.contextTokens = contextTokens;
    }

    /// Answers questions that contain `words`.
    public ScriptedDoor on(String words, Function<Prompt, Answer> rule) {
        rules.putIfAbsent(words, rule);
        return this;
    }

    public ScriptedDoor say(String words, String answer) {
        return on(words, prompt -> answer(prompt, answer));
    }

    /// Answers in turn, the last one for ever.
    public ScriptedDoor sayInTurn(String words, String... answers) {
        int[] turn = {0};
        return on(words, prompt -> answer(prompt, answers[Math.min(turn[0]++, answers.length - 1)]));
    }

    public ScriptedDoor feel(String words, String answer, Map<String, Double> firstToken) {
        return on(words, prompt -> {
            Answer plain = answer(prompt, answer);
            return new Answer(
                    plain.content(),
                    plain.promptTokens(),
                    plain.outputTokens(),
                    plain.prefill(),
                    plain.elapsed(),
                    firstToken);
        });
    }

    public static Answer answer(Prompt prompt, String words) {
        return new Answer(
                ProtectedText.of(words),
                tokens(prompt),
                count(words),
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Map.of());
    }

    public List<Prompt> asked() {
        return List.copyOf(asked);
    }

    /// The sessions that nobody has closed.
    public int held() {
        return open;
    }

    @Override
    public ModelCard card() {
        return new ModelCard("ollama", "0.32.15", "scripted:1b", "sha256:" + "0".repeat(64), contextTokens, counter());
    }

    @Override
    public int cost(Prompt prompt) {
        return tokens(prompt);
    }

    @Override
    public ModelSession open() {
        open++;
        return new ModelSession() {
            @Override
            public Answer ask(Prompt prompt) {
                return reply(prompt);
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    private Answer reply(Prompt prompt) {
        asked.add(prompt);
        if (tokens(prompt) + prompt.maxOutputTokens() > contextTokens) {
            throw new TooLong(tokens(prompt));
        }
        return rules.entrySet().stream()
                .filter(rule -> prompt.question().contains(rule.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No rule for: " + prompt.question()))
                .getValue()
                .apply(prompt);
    }

    private static int tokens(Prompt prompt) {
        return 10 + count(prompt.text().reveal()) + count(prompt.question());
    }

    private static int count(CharSequence text) {
        return (text.length() + 3) / 4;
    }

    private static TokenCounter counter() {
        return new TokenCounter() {
            @Override
            public int count(CharSequence text) {
                return ScriptedDoor.count(text);
            }

            @Override
            public boolean exact() {
                return true;
            }
        };
    }
}
