package io.readingroom.verifier;

import io.readingroom.tlog.entry.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Follows the entries in their order: each tenant's are numbered from 0 without a gap, time does not go back, and no
/// event is there twice. Counts what is there.
final class Sequences {

    private final Findings findings;
    private final Map<String, Long> next = new TreeMap<>();
    private final Identities events = new Identities();
    private Instant time = Instant.MIN;
    private long entries;
    private long bodies;

    Sequences(Findings findings) {
        this.findings = findings;
    }

    void follow(Item item) {
        if (item.entry().isEmpty()) {
            return;
        }
        Entry entry = item.entry().get();
        entries++;
        bodies += item.withBody() ? 1 : 0;
        long expected = next.getOrDefault(entry.tenant(), 0L);
        if (entry.sequence() != expected) {
            find(
                    Flaw.SEQUENCE,
                    item,
                    "the tenant's next sequence is " + expected + ": an entry is missing, or too much");
        }
        next.put(entry.tenant(), Math.max(expected, entry.sequence() + 1));
        if (entry.time().isBefore(time)) {
            find(Flaw.TIME, item, "its time, " + entry.time() + ", is before that of an entry in front of it, " + time);
        } else {
            time = entry.time();
        }
        if (item.event().isPresent() && !events.add(item.event().get())) {
            find(Flaw.BODY_TWICE, item, "an event with the identity of this one is in front of it");
        }
    }

    /// How many entries there are of each tenant, when nothing is wrong with them.
    Map<String, Long> tenants() {
        return next;
    }

    long entries() {
        return entries;
    }

    long bodies() {
        return bodies;
    }

    private void find(Flaw flaw, Item item, String what) {
        findings.add(Finding.atEntry(flaw, item, "", what));
    }
}
