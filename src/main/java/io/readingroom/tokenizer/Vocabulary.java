package io.readingroom.tokenizer;

import java.util.List;

/// A model's vocabulary, as the model server hands it out under the GGUF keys `tokenizer.ggml.*`.
///
/// @param model `tokenizer.ggml.model`: `llama` for SentencePiece scores, `gpt2` for byte-level merges, others
/// @param pre `tokenizer.ggml.pre`, the name of the pattern that splits text before merging; `default` when absent
/// @param tokens `tokenizer.ggml.tokens`, by token number
/// @param scores `tokenizer.ggml.scores`, by token number; empty when absent
/// @param types `tokenizer.ggml.token_type`, by token number; empty when absent
/// @param merges `tokenizer.ggml.merges`, best first, each two token texts with one space between; empty when absent
/// @param settings what the server adds around and in front of a text
@SuppressWarnings("ArrayRecordComponent") // a quarter of a million boxed numbers would cost more than they protect
public record Vocabulary(
        String model,
        String pre,
        List<String> tokens,
        float[] scores,
        int[] types,
        List<String> merges,
        Settings settings) {

    /// What the server adds to a text before it reads it.
    ///
    /// @param addSpacePrefix `tokenizer.ggml.add_space_prefix`; when absent, true for `llama` and false for `gpt2`
    /// @param addBos `tokenizer.ggml.add_bos_token`: one token more in front of a prompt, which no counter counts
    /// @param addEos `tokenizer.ggml.add_eos_token`: one token more behind a prompt, which no counter counts
    public record Settings(boolean addSpacePrefix, boolean addBos, boolean addEos) {}

    /// The size only: a vocabulary fills megabytes.
    @Override
    public String toString() {
        return "Vocabulary[" + model + "/" + pre + ", " + tokens.size() + " tokens]";
    }
}
