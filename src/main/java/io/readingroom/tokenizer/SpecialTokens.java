package io.readingroom.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/// The tokens that a server takes out of a text before it looks at the rest: control, unknown and user-defined ones.
/// The longest goes first wherever it stands, then the next, as in llama.cpp's `tokenizer_st_partition`.
final class SpecialTokens {

    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;

    /// Texts that llama.cpp makes control tokens of whatever type the vocabulary gives them.
    private static final Set<String> CONTROL_BY_NAME = Set.of(
            "<|eot_id|>",
            "<|im_end|>",
            "<|end|>",
            "<|return|>",
            "<|call|>",
            "<|flush|>",
            "<|calls|>",
            "<end_of_turn>",
            "<|endoftext|>",
            "</s>",
            "<|eom_id|>",
            "<EOT>",
            "_<EOT>",
            "[EOT]",
            "[EOS]",
            "<|end_of_text|>",
            "<end_of_utterance>",
            "<eos>",
            "<turn|>",
            "<|tool_response>",
            "<｜end▁of▁sentence｜>",
            "[e~[");

    private static final int LENGTHS_AT_ONCE = 64;

    private final Trie trie = new Trie();
    private final int lengths;

    private SpecialTokens(List<String> tokens) {
        List<Integer> byLength = new TreeSet<>(
                        tokens.stream().map(SpecialTokens::bytes).toList())
                .descendingSet().stream().toList();
        lengths = byLength.size();
        tokens.forEach(token -> trie.add(token, byLength.indexOf(bytes(token))));
    }

    static SpecialTokens of(Vocabulary vocabulary) {
        return new SpecialTokens(texts(vocabulary));
    }

    private static List<String> texts(Vocabulary vocabulary) {
        boolean gemma4 = vocabulary.tokens().contains("<|tool_response>");
        return IntStream.range(0, vocabulary.tokens().size())
                .filter(i -> special(vocabulary, i, gemma4))
                .mapToObj(vocabulary.tokens()::get)
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private static boolean special(Vocabulary vocabulary, int i, boolean gemma4) {
        String text = vocabulary.tokens().get(i);
        if (gemma4 && text.equals("</s>")) {
            return false; // an ordinary HTML tag there
        }
        int type = i < vocabulary.types().length ? vocabulary.types()[i] : 1;
        return type == UNKNOWN || type == CONTROL || type == USER_DEFINED || CONTROL_BY_NAME.contains(text);
    }

    private static int bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The number of special tokens in `text`, plus what `rest` answers for each stretch between them.
    int count(char[] text, IntBinaryOperator rest) {
        BitSet taken = new BitSet();
        int count = 0;
        for (int longest = 0; longest < lengths; longest += LENGTHS_AT_ONCE) {
            count += take(text, longest, taken);
        }
        for (int from = taken.nextClearBit(0); from < text.length; ) {
            int next = taken.nextSetBit(from);
            int to = next < 0 ? text.length : next;
            count += rest.applyAsInt(from, to);
            from = taken.nextClearBit(to);
        }
        return count;
    }

    /// Takes the tokens of up to 64 lengths out and counts them. Which of them can begin where is looked up once, not
    /// once per length: a million line feeds are tokens of thirty lengths at every place.
    private int take(char[] text, int longest, BitSet taken) {
        Places places = new Places();
        for (int at = 0; at < text.length; at++) {
            if (trie.begins(text[at]) && !taken.get(at)) {
                places.add(at, lengthsAt(text, at, longest));
            }
        }
        int count = 0;
        for (int length = 0; length < LENGTHS_AT_ONCE; length++) {
            for (int i = 0; i < places.size; i++) {
                if (((places.lengths[i] >>> length) & 1) != 0 && !taken.get(places.at[i])) {
                    count += take(places.at[i], end(text, places.at[i], longest + length), taken);
                }
            }
        }
        return count;
    }

    private static int take(int from, int to, BitSet taken) {
        int clash = taken.nextSetBit(from);
        if (clash >= 0 && clash < to) {
            return 0;
        }
        taken.set(from, to);
        return 1;
    }

    private long lengthsAt(char[] text, int from, int longest) {
        long found = 0;
        int node = 0;
        for (int at = from; at < text.length && node != LongIntMap.NONE; at++) {
            node = trie.step(node, text[at]);
            int length = node == LongIntMap.NONE ? LongIntMap.NONE : trie.value(node) - longest;
            if (length >= 0 && length < LENGTHS_AT_ONCE) {
                found |= 1L << length;
            }
        }
        return found;
    }

    private int end(char[] text, int from, int length) {
        int node = 0;
        int at = from;
        do {
            node = trie.step(node, text[at++]);
        } while (trie.value(node) != length);
        return at;
    }

    /// Where tokens can begin, and a bit for each of their lengths.
    private static final class Places {
        private int[] at = new int[16];
        private long[] lengths = new long[16];
        private int size;

        void add(int place, long lengthsThere) {
            if (lengthsThere == 0) {
                return;
            }
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
                lengths = Arrays.copyOf(lengths, size * 2);
            }
            at[size] = place;
            lengths[size++] = lengthsThere;
        }
    }
}
