package io.readingroom.tokenizer;

import java.util.Arrays;

/// A map from numbers to numbers of at least 0, by open addressing: a vocabulary has hundreds of thousands of merges,
/// and boxing each would cost ten times the memory.
final class LongIntMap {

    static final int NONE = -1;

    private long[] keys;
    private int[] values;
    private int size;

    LongIntMap(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
        keys = new long[capacity];
        values = new int[capacity];
        Arrays.fill(values, NONE);
    }

    /// The value of `key`, or [#NONE].
    int get(long key) {
        return values[slot(key)];
    }

    /// Keeps `value` for `key` unless there is one already.
    void putIfAbsent(long key, int value) {
        int slot = slot(key);
        if (values[slot] != NONE) {
            return;
        }
        keys[slot] = key;
        values[slot] = value;
        size++;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = spread(key) & mask;
        while (values[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: neighbouring numbers land far apart
        return (int) (mixed >>> 32);
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        Arrays.fill(values, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
