package io.readingroom.tokenizer;

import java.util.Arrays;
import java.util.List;

/// The texts of a vocabulary and their numbers, kept as one stretch of characters instead of as many strings.
final class TokenTable {

    static final int NONE = -1;

    private final char[] texts;
    private final int[] starts;
    private final int[] slots;
    private final int longest;

    TokenTable(List<String> tokens) {
        starts = new int[tokens.size() + 1];
        int length = 0;
        int max = 0;
        for (int i = 0; i < tokens.size(); i++) {
            starts[i] = length;
            length += tokens.get(i).length();
            max = Math.max(max, tokens.get(i).length());
        }
        starts[tokens.size()] = length;
        longest = max;
        texts = new char[length];
        slots = new int[Integer.highestOneBit(Math.max(8, tokens.size()) * 2 - 1) * 2];
        Arrays.fill(slots, NONE);
        for (int i = 0; i < tokens.size(); i++) {
            tokens.get(i).getChars(0, tokens.get(i).length(), texts, starts[i]);
            int slot = slot(texts, starts[i], starts[i + 1]);
            if (slots[slot] == NONE) {
                slots[slot] = i;
            }
        }
    }

    /// The number of the token whose text is the given stretch, or [#NONE].
    int find(char[] text, int from, int to) {
        return to - from > longest ? NONE : slots[slot(text, from, to)];
    }

    private int slot(char[] text, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash(text, from, to) & mask;
        while (slots[slot] != NONE && !same(slots[slot], text, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean same(int token, char[] text, int from, int to) {
        return Arrays.equals(texts, starts[token], starts[token + 1], text, from, to);
    }

    private static int hash(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
