package io.readingroom.register;

import io.readingroom.access.DatabaseRole;
import io.readingroom.sequencing.SequencedLog;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.TileId;
import io.readingroom.tlog.bundle.BundleItem;
import io.readingroom.tlog.bundle.BundleSource;
import io.readingroom.tlog.bundle.Scope;
import io.readingroom.tlog.bundle.Stamp;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// The register as it is stored, at one checkpoint, for one tenant.
record StoredBundle(SequencedLog log, EntryRows rows, String tenant, SignedNote newest, long size)
        implements BundleSource {

    /// How many earlier checkpoints are given out, spread over the log.
    private static final int EARLIER = 1000;

    static StoredBundle of(SequencedLog log, EntryRows rows, String tenant) {
        SignedNote newest = log.checkpoint();
        long size = newest.asCheckpoint()
                .map(Checkpoint::size)
                .orElseThrow(() -> new IllegalStateException("log-checkpoint-damaged"));
        return new StoredBundle(log, rows, tenant, newest, size);
    }

    @Override
    public Scope scope() {
        return Scope.of(tenant);
    }

    @Override
    public List<NoteKey> keys() {
        return log.keys();
    }

    @Override
    public Iterator<SignedNote> earlier() {
        return log.checkpoints(Math.max(1, size / EARLIER)).stream()
                .filter(note ->
                        note.asCheckpoint().filter(said -> said.size() < size).isPresent())
                .iterator();
    }

    @Override
    public Iterator<Stamp> stamps() {
        return log.stamps(Math.max(1, size / EARLIER)).stream()
                .filter(stamp -> stamp.note()
                        .asCheckpoint()
                        .filter(said -> said.size() <= size)
                        .isPresent())
                .iterator();
    }

    @Override
    public byte[] tile(TileId tile) {
        return log.tree(size).tiles().read(tile);
    }

    /// What is not there is withheld as another tenant's is: the verifier finds it missing where the tenant's own must
    /// be.
    @Override
    public List<BundleItem> items(long from, int count) {
        BundleItem[] items = new BundleItem[count];
        Arrays.fill(items, BundleItem.WITHHELD);
        rows.each(DatabaseRole.AUDITOR, new EntryRows.Range(from, from + count), stored -> {
            if (stored.tenant().equals(tenant)) {
                byte[] body = stored.body();
                items[(int) (stored.index() - from)] =
                        body == null ? BundleItem.withoutBody(stored.entry()) : new BundleItem(stored.entry(), body);
            }
        });
        return List.of(items);
    }
}
