package io.readingroom.tlog.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.TileId;
import io.readingroom.tlog.TreeHash;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a bundle as it reads its source, no more than 256 entries at a time. The same state gives the same bytes.
public final class BundleWriter {

    /// Of no meaning: when a bundle was made is not evidence.
    private static final LocalDateTime WHEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final BundleSource source;
    private final BundleLayout layout;

    private BundleWriter(ZipOutputStream zip, BundleSource source, BundleLayout layout) {
        this.zip = zip;
        this.source = source;
        this.layout = layout;
    }

    /// Writes the bundle of a source. The stream stays open.
    ///
    /// @throws IllegalArgumentException when the source gives what no bundle can hold: a checkpoint that is none, a
    ///     tile that is too narrow, another number of entries than it was asked for, or an item that is too long
    public static void write(BundleSource source, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        new BundleWriter(zip, source, new BundleLayout(said(source.newest()).size())).write();
        zip.finish();
        zip.flush();
    }

    private void write() throws IOException {
        text(BundleLayout.SCOPE, source.scope().line() + "\n");
        text(
                BundleLayout.KEYS,
                source.keys().stream().map(key -> key.text() + "\n").collect(Collectors.joining()));
        text(BundleLayout.CHECKPOINT, source.newest().note());
        for (Iterator<SignedNote> notes = source.earlier(); notes.hasNext(); ) {
            SignedNote note = notes.next();
            text(BundleLayout.CHECKPOINTS + place(note), note.note());
        }
        for (Iterator<Stamp> stamps = source.stamps(); stamps.hasNext(); ) {
            Stamp stamp = stamps.next();
            String name = BundleLayout.TIMESTAMPS + place(stamp.note());
            text(name, stamp.note().note());
            deflated(name + BundleLayout.REPLY, stamp.reply());
        }
        for (long index = 0; index < layout.tiles(0); index++) {
            TileId tile = layout.tile(0, index);
            List<BundleItem> items = source.items(index * TileId.FULL, tile.width());
            if (items.size() != tile.width()) {
                throw new IllegalArgumentException("Not as many entries as the log has");
            }
            pack(
                    BundleLayout.entries(tile),
                    items.stream().map(BundleItem::entry).toList());
            pack(BundleLayout.bodies(tile), items.stream().map(BundleItem::body).toList());
        }
        for (int level = 0; layout.tiles(level) > 0; level++) {
            for (long index = 0; index < layout.tiles(level); index++) {
                tile(layout.tile(level, index));
            }
        }
    }

    /// The epoch and the size of a checkpoint, as its name has them.
    private static String place(SignedNote note) {
        Checkpoint said = said(note);
        return Origin.of(said.origin()).epoch() + "/" + said.size();
    }

    private static Checkpoint said(SignedNote note) {
        return note.asCheckpoint().orElseThrow(() -> new IllegalArgumentException("Not a checkpoint"));
    }

    private void text(String name, String text) throws IOException {
        deflated(name, text.getBytes(UTF_8));
    }

    private void pack(String name, List<byte[]> items) throws IOException {
        deflated(name, ItemList.encode(items));
    }

    private void deflated(String name, byte[] content) throws IOException {
        add(named(name), content);
    }

    /// Hashes do not get smaller.
    private void tile(TileId tile) throws IOException {
        byte[] hashes = source.tile(tile);
        int bytes = tile.width() * TreeHash.BYTES;
        if (hashes.length < bytes) {
            throw new IllegalArgumentException("A tile is too narrow: " + tile.path());
        }
        byte[] content = Arrays.copyOf(hashes, bytes);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = named(tile.path());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes);
        entry.setCrc(sum.getValue());
        add(entry, content);
    }

    private static ZipEntry named(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WHEN);
        return entry;
    }

    private void add(ZipEntry entry, byte[] content) throws IOException {
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
