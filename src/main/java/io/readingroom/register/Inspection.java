package io.readingroom.register;

import io.readingroom.register.Integrity.Finding;
import io.readingroom.tlog.TileId;
import io.readingroom.tlog.Tree;
import io.readingroom.tlog.TreeHash;
import io.readingroom.tlog.entry.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds stored entries, one after the other, against the tiles of the tree.
final class Inspection {

    private static final int MOST_FINDINGS = 100;

    private final Tree tree;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> next = new HashMap<>();
    private Instant last = Instant.MIN;
    private long expected;
    private long entries;
    private long bodies;
    private byte[] tile = new byte[0];
    private long tileIndex = -1;

    /// @param first the entry that is looked at first
    Inspection(Tree tree, long first) {
        this.tree = tree;
        this.expected = first;
    }

    List<Finding> findings() {
        return findings;
    }

    long entries() {
        return entries;
    }

    long bodies() {
        return bodies;
    }

    long pruned() {
        return entries - bodies;
    }

    /// Looks at the next stored entry.
    void look(StoredEntry stored) {
        while (expected < stored.index()) {
            found(expected++, "entry-missing");
        }
        expected = stored.index() + 1;
        entries++;
        if (!Arrays.equals(TreeHash.leaf(stored.entry()), leaf(stored.index()))) {
            found(stored.index(), "entry-changed");
            return;
        }
        Optional<Entry> parsed = Entry.parse(stored.entry());
        if (parsed.isEmpty()) {
            found(stored.index(), "entry-malformed");
            return;
        }
        compare(stored, parsed.get());
    }

    /// Says which entries are missing at the end.
    void end(long size) {
        while (expected < size) {
            found(expected++, "entry-missing");
        }
    }

    void found(long entry, String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(entry, what));
        }
    }

    private void compare(StoredEntry stored, Entry entry) {
        if (!entry.tenant().equals(stored.tenant()) || entry.sequence() != stored.sequence()) {
            found(stored.index(), "columns-changed");
        }
        long number = next.getOrDefault(entry.tenant(), entry.sequence());
        if (entry.sequence() != number) {
            found(stored.index(), "sequence-broken");
        }
        next.put(entry.tenant(), entry.sequence() + 1);
        if (entry.time().isBefore(last)) {
            found(stored.index(), "time-goes-back");
        }
        last = entry.time();
        byte[] body = stored.body();
        if (body != null) {
            bodies++;
            if (!entry.isOf(body)) {
                found(stored.index(), "body-changed");
            } else if (!stored.columnsTellTheBody()) {
                found(stored.index(), "columns-changed");
            }
        }
    }

    private byte[] leaf(long index) {
        if (index / TileId.FULL != tileIndex) {
            tileIndex = index / TileId.FULL;
            tile = tree.tiles().read(new TileId(0, tileIndex, TileId.width(0, tileIndex, tree.size())));
        }
        int from = (int) (index % TileId.FULL) * TreeHash.BYTES;
        return Arrays.copyOfRange(tile, from, from + TreeHash.BYTES);
    }
}
