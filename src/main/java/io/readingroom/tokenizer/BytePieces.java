package io.readingroom.tokenizer;

import io.readingroom.document.TokenCounter;

/// Counts as a byte-level vocabulary with merges does (`tokenizer.ggml.model` is `gpt2`): a pattern cuts the text into
/// pieces, and the UTF-8 bytes of each piece merge in the order of the list.
final class BytePieces implements TokenCounter {

    /// The character that stands for each byte in the vocabulary: bytes that print stand for themselves, the others
    /// for the characters from U+0100 on.
    private static final char[] LETTERS = letters();

    private final SpecialTokens special;
    private final MergedPairs pairs;
    private final Pattern pattern;
    private final boolean wholePiecesFirst;

    /// @param wholePiecesFirst whether a piece that is a token is one token, whatever its merges would make of it
    BytePieces(Vocabulary vocabulary, Pattern pattern, boolean wholePiecesFirst) {
        this.special = SpecialTokens.of(vocabulary);
        this.pairs = new MergedPairs(vocabulary, true);
        this.pattern = pattern;
        this.wholePiecesFirst = wholePiecesFirst;
    }

    @Override
    public int count(CharSequence text) {
        char[] units = Units.of(text);
        Merging merging = new Merging(pairs);
        Piece piece = new Piece(units);
        return special.count(units, (from, to) -> {
            piece.tokens = 0;
            pattern.cut(units, from, to, (start, end) -> piece.count(start, end, merging));
            return piece.tokens;
        });
    }

    @Override
    public boolean exact() {
        return true;
    }

    private static char[] letters() {
        char[] letters = new char[256];
        int others = 0;
        for (int value = 0; value < 256; value++) {
            boolean prints = (value >= 0x21 && value <= 0x7E) || (value >= 0xA1 && value != 0xAD);
            letters[value] = (char) (prints ? value : 0x100 + others++);
        }
        return letters;
    }

    private final class Piece {
        private final char[] units;
        private char[] bytes = new char[64];
        private int tokens;

        Piece(char[] units) {
            this.units = units;
        }

        void count(int from, int to, Merging merging) {
            int length = encode(from, to);
            if (wholePiecesFirst && pairs.isToken(bytes, 0, length)) {
                tokens++;
            } else {
                tokens += pairs.count(bytes, 0, length, merging);
            }
        }

        private int encode(int from, int to) {
            if (bytes.length < 3 * (to - from)) {
                bytes = new char[Math.max(3 * (to - from), 2 * bytes.length)];
            }
            int length = 0;
            for (int at = from; at < to; at++) {
                int point = Character.codePointAt(units, at, to);
                length = append(point, length);
                at += Character.charCount(point) - 1;
            }
            return length;
        }

        private int append(int point, int at) {
            int end = at;
            if (point < 0x80) {
                bytes[end++] = LETTERS[point];
                return end;
            }
            int following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
            bytes[end++] = LETTERS[((0xF0 << (3 - following)) & 0xF0) | (point >> (6 * following))];
            for (int shift = 6 * (following - 1); shift >= 0; shift -= 6) {
                bytes[end++] = LETTERS[0x80 | ((point >> shift) & 0x3F)];
            }
            return end;
        }
    }
}
