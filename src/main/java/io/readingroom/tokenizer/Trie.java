package io.readingroom.tokenizer;

import java.util.BitSet;

/// The texts of a few thousand tokens, found wherever one begins.
final class Trie {

    private final LongIntMap edges = new LongIntMap(1 << 12);
    private final LongIntMap values = new LongIntMap(1 << 10);
    private final BitSet firstUnits = new BitSet();
    private int nodes = 1;

    /// Adds a text with a value of at least 0; an empty text and a text that is there already change nothing.
    void add(String text, int value) {
        if (text.isEmpty()) {
            return;
        }
        firstUnits.set(text.charAt(0));
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            long edge = edge(node, text.charAt(i));
            int child = edges.get(edge);
            if (child == LongIntMap.NONE) {
                child = nodes++;
                edges.putIfAbsent(edge, child);
            }
            node = child;
        }
        values.putIfAbsent(node, value);
    }

    /// Whether a text could begin with `unit`: the cheap test before walking.
    boolean begins(char unit) {
        return firstUnits.get(unit);
    }

    /// The node after `unit` from `node`, or [LongIntMap#NONE]; the first node is 0.
    int step(int node, char unit) {
        return edges.get(edge(node, unit));
    }

    /// The value of the text that ends at `node`, or [LongIntMap#NONE] when none does.
    int value(int node) {
        return values.get(node);
    }

    private static long edge(int node, char unit) {
        return ((long) node << 16) | unit;
    }
}
