package io.readingroom.tokenizer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The patterns by the names that vocabularies call them.
final class Patterns {

    private static final Map<String, Known> BY_NAME = new HashMap<>();

    static {
        Known llama3 = new Known(new WordPattern(3, false), true);
        name(llama3, "llama3", "llama-v3", "llama-bpe", "falcon3", "falcon-h1", "pixtral", "midm-2.0", "lfm2");
        name(new Known(new WordPattern(3, false), false), "dbrx", "smaug-bpe", "glm4", "chatglm-bpe");
        Known qwen2 = new Known(new WordPattern(1, false), false);
        name(qwen2, "qwen2", "deepseek-r1-qwen", "kormo", "megrez", "stablelm2", "hunyuan", "solar-open", "grok-2");
        name(new Known(new WordPattern(1, true), false), "qwen35");
        Known gpt2 = new Known(new Gpt2Pattern(false), false);
        name(gpt2, "gpt-2", "phi-2", "gigachat", "a.x-4.0", "mellum", "mpt", "olmo", "jais", "trillion", "exaone4");
        Known digitsApart = new Known(new Gpt2Pattern(true), false);
        name(digitsApart, "smollm", "starcoder", "refact", "command-r", "codeshell", "exaone", "minerva-7b");
    }

    private Patterns() {}

    /// The pattern called `name`, or nothing when its rules are not known here.
    static Optional<Known> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static void name(Known pattern, String... names) {
        for (String name : names) {
            BY_NAME.put(name, pattern);
        }
    }

    /// A pattern, and whether a piece that is a token is taken whole before its merges are looked at.
    record Known(Pattern pattern, boolean wholePiecesFirst) {}
}
