package io.readingroom.tokenizer;

import java.util.BitSet;
import java.util.List;

/// Which two characters stand side by side inside some token. Where two that never do meet, no merge crosses, so a text
/// falls apart there into short stretches that merge each on their own, with the same result in less time.
final class Seams {

    /// Pairs are hashed; two that collide only make a stretch longer than it need be.
    private static final int BITS = 22;

    private final BitSet inside = new BitSet(1 << BITS);

    private Seams() {}

    static Seams of(List<String> texts) {
        Seams seams = new Seams();
        for (String text : texts) {
            for (int i = 1; i < text.length(); i++) {
                seams.inside.set(hash(text.charAt(i - 1), text.charAt(i)));
            }
        }
        return seams;
    }

    /// The number of tokens of `text[from, to)`.
    int count(char[] text, int from, int to, Merging merging) {
        int tokens = 0;
        int start = from;
        for (int i = from + 1; i < to; i++) {
            if (!Character.isLowSurrogate(text[i]) && !inside.get(hash(text[i - 1], text[i]))) {
                tokens += merging.count(text, start, i);
                start = i;
            }
        }
        return start < to ? tokens + merging.count(text, start, to) : tokens;
    }

    private static int hash(char left, char right) {
        return (((left << 16) | right) * 0x9E3779B9) >>> (32 - BITS);
    }
}
