package io.readingroom.verifier;

import io.readingroom.verifier.Item.EventKey;

/// The identities of events seen so far, in 16 bytes each and as much again to find them.
final class Identities {

    private static final int FIRST_CAPACITY = 1 << 12;

    private long[] slots = new long[2 * FIRST_CAPACITY];
    private int count;

    /// Adds one; false when it was there.
    boolean add(EventKey key) {
        if (4 * count > slots.length) {
            grow();
        }
        // All zeros marks a free slot; no digest is expected to be that.
        int slot = slot(slots, key.high(), key.low());
        if (slots[slot] == key.high() && slots[slot + 1] == key.low()) {
            return false;
        }
        slots[slot] = key.high();
        slots[slot + 1] = key.low();
        count++;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                int slot = slot(larger, slots[i], slots[i + 1]);
                larger[slot] = slots[i];
                larger[slot + 1] = slots[i + 1];
            }
        }
        slots = larger;
    }

    private static int slot(long[] slots, long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) (high << 1) & mask;
        while ((slots[slot] != 0 || slots[slot + 1] != 0) && (slots[slot] != high || slots[slot + 1] != low)) {
            slot = slot + 2 & mask;
        }
        return slot;
    }
}
