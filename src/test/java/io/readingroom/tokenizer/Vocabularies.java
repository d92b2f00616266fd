package io.readingroom.tokenizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Small vocabularies made by hand.
final class Vocabularies {

    private Vocabularies() {}

    /// A SentencePiece vocabulary; of two pieces the one named first has the better score.
    static Vocabulary scored(boolean spacePrefix, String... pieces) {
        List<String> tokens = new ArrayList<>(List.of("<unk>", "<bos>", "<end_of_turn>", "\n\n", "\n\n\n", "<b>"));
        int[] types = new int[tokens.size() + pieces.length];
        float[] scores = new float[types.length];
        Arrays.fill(types, 1);
        types[0] = 2;
        types[1] = 3;
        types[2] = 3;
        Arrays.fill(types, 3, 6, 4);
        for (int i = 0; i < pieces.length; i++) {
            scores[tokens.size()] = -i;
            tokens.add(pieces[i]);
        }
        return new Vocabulary(
                "llama",
                "default",
                tokens,
                scores,
                types,
                List.of(),
                new Vocabulary.Settings(spacePrefix, true, false));
    }

    /// A vocabulary of merges over the characters that stand for bytes; every single byte is a token.
    static Vocabulary merged(String model, String pre, String... merges) {
        List<String> tokens = new ArrayList<>();
        for (int unit = 0x21; unit < 0x144; unit++) {
            if (unit < 0x7F || (unit > 0xA0 && unit != 0xAD)) {
                tokens.add(String.valueOf((char) unit));
            }
        }
        tokens.addAll(List.of("▁", "\n", "\n\n"));
        Arrays.stream(merges).map(merge -> merge.replace(" ", "")).forEach(tokens::add);
        tokens.add("<|im_end|>");
        int[] types = new int[tokens.size()];
        Arrays.fill(types, 1);
        types[types.length - 1] = 3;
        return new Vocabulary(
                model, pre, tokens, new float[0], types, List.of(merges), new Vocabulary.Settings(false, false, false));
    }
}
