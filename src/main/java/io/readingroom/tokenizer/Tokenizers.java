package io.readingroom.tokenizer;

import io.readingroom.document.TokenCounter;

/// Chooses the counter that counts as a model does.
public final class Tokenizers {

    private Tokenizers() {}

    /// The exact counter where the vocabulary's kind is known, else an estimate that errs high and says so.
    public static TokenCounter of(Vocabulary vocabulary) {
        if (!countable(vocabulary)) {
            return estimated();
        }
        boolean merges = !vocabulary.merges().isEmpty();
        return switch (vocabulary.model()) {
            case "gemma4" -> merges ? new MergedPieces(vocabulary) : estimated();
            case "llama" -> {
                if (merges && vocabulary.pre().equals("gemma4")) {
                    yield new MergedPieces(vocabulary);
                }
                boolean scores =
                        vocabulary.scores().length >= vocabulary.tokens().size();
                yield scores ? new ScoredPieces(vocabulary) : estimated();
            }
            case "gpt2" -> merges ? bytes(vocabulary) : estimated();
            default -> estimated();
        };
    }

    /// A counter for a model whose vocabulary is not known.
    public static EstimatedTokens estimated() {
        return new EstimatedTokens();
    }

    private static TokenCounter bytes(Vocabulary vocabulary) {
        return Patterns.named(vocabulary.pre())
                .<TokenCounter>map(known -> new BytePieces(vocabulary, known.pattern(), known.wholePiecesFirst()))
                .orElseGet(Tokenizers::estimated);
    }

    private static boolean countable(Vocabulary vocabulary) {
        return !vocabulary.tokens().isEmpty()
                && vocabulary.tokens().size() < Merging.RANKS
                && vocabulary.merges().size() < Merging.RANKS
                && vocabulary.tokens().stream().allMatch(token -> token.length() <= Merging.LONGEST);
    }
}
