package io.readingroom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Signer;
import io.readingroom.tlog.TileId;
import io.readingroom.tlog.TreeEdge;
import io.readingroom.tlog.TreeHash;
import io.readingroom.tlog.bundle.BundleItem;
import io.readingroom.tlog.bundle.BundleSource;
import io.readingroom.tlog.bundle.BundleWriter;
import io.readingroom.tlog.bundle.Scope;
import io.readingroom.tlog.entry.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A log made from a seed, of which a bundle can be written. The same seed gives the same entries, whatever the size.
final class GeneratedLog implements BundleSource {

    static final String LOG = "readingroom.example/3f";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// @param size how many entries
    /// @param checkpoints how many earlier checkpoints at most
    /// @param epochs how many times the log began an epoch, at least one
    /// @param tenants how many tenants
    /// @param pruned of how many entries from the first one on the bodies are gone
    /// @param witnessed whether a witness signs the checkpoints
    record Shape(int size, int checkpoints, int epochs, int tenants, int pruned, boolean witnessed) {}

    final Shape shape;
    final Scope scope;
    final List<Signer> signers;
    final Signer witness;
    final Map<TileId, byte[]> tiles = new HashMap<>();
    final List<SignedNote> notes = new ArrayList<>();
    final long seed;
    private final int[] sequences;

    GeneratedLog(long seed, Shape shape) {
        this.seed = seed;
        this.shape = shape;
        this.signers = IntStream.rangeClosed(1, shape.epochs())
                .mapToObj(epoch -> Signer.of(LOG + "/" + epoch, NoteKey.Kind.NOTE, seed + epoch))
                .toList();
        this.witness = Signer.of("witness.example", NoteKey.Kind.COSIGNATURE, seed - 1);
        Random random = new Random(seed);
        this.scope = shape.size() == 0 || random.nextBoolean() ? Scope.all() : Scope.of(tenant(0));
        this.sequences = sequences();
        grow(random);
    }

    /// One of any shape, of at most this size.
    static GeneratedLog any(long seed, int most, boolean witnessed) {
        Random random = new Random(seed);
        int size = random.nextInt(4) == 0 ? 256 * random.nextInt(most / 256 + 1) : random.nextInt(most + 1);
        return new GeneratedLog(
                seed,
                new Shape(
                        size,
                        Math.max(0, random.nextInt(6) - 2),
                        1 + random.nextInt(3),
                        1 + random.nextInt(5),
                        random.nextInt(3) == 0 ? random.nextInt(size + 1) : 0,
                        witnessed));
    }

    /// A seed whose logs show the entries of all tenants, or of one.
    static long seed(boolean ofAll) {
        return LongStream.iterate(1, seed -> seed + 1)
                .map(seed -> seed * 0x9E3779B97F4A7C15L)
                .filter(seed -> new Random(seed).nextBoolean() == ofAll)
                .findFirst()
                .orElseThrow();
    }

    private int[] sequences() {
        int[] next = new int[shape.tenants()];
        int[] result = new int[shape.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = next[tenantNumber(i)]++;
        }
        return result;
    }

    private void grow(Random random) {
        TreeSet<Integer> sizes = new TreeSet<>();
        random.ints(shape.checkpoints(), 0, shape.size() + 1).forEach(sizes::add);
        sizes.add(shape.size());
        TreeEdge edge = TreeEdge.empty();
        for (int size : sizes) {
            while (edge.size() < size) {
                edge.append(TreeHash.leaf(entry((int) edge.size())), tiles::put);
            }
            Checkpoint said = new Checkpoint(signer(size).key().name(), size, edge.root());
            SignedNote note = signer(size).sign(said);
            notes.add(shape.witnessed() ? witness.cosign(note, 1_800_000_000L + size) : note);
        }
        edge.partial(tiles::put);
    }

    /// Epochs follow each other as the log grows.
    Signer signer(int size) {
        return signers.get(
                size == shape.size() ? signers.size() - 1 : (int) ((long) size * signers.size() / shape.size()));
    }

    String tenant(int index) {
        return "tenant-" + tenantNumber(index);
    }

    private int tenantNumber(int index) {
        return (int) Math.floorMod(mixed(index), (long) shape.tenants());
    }

    private long mixed(long index) {
        long value = (seed ^ index) * 0x9E3779B97F4A7C15L + index;
        value = (value ^ value >>> 32) * 0xD6E8FEB86659FD93L;
        return value ^ value >>> 29;
    }

    byte[] body(int index) {
        HexFormat hex = HexFormat.of();
        return ("{\"id\":\"" + new UUID(mixed(index), mixed(~index)) + "\",\"tenant\":\"" + tenant(index)
                        + "\",\"time\":\"" + time(index)
                        + "\",\"event\":\"document.read\",\"outcome\":\"success\",\"actor\":\"u-"
                        + hex.toHexDigits(mixed(index + 1L))
                        + "\",\"roles\":[\"analyst\"],\"target\":{\"kind\":\"document\",\"id\":\""
                        + new UUID(mixed(index + 2L), mixed(index + 3L)) + "\"},\"reason\":null,\"request\":\""
                        + new UUID(mixed(index + 4L), mixed(index + 5L)) + "\",\"trace\":\""
                        + hex.toHexDigits(mixed(index + 6L)) + hex.toHexDigits(mixed(index + 7L)) + "\"}")
                .getBytes(UTF_8);
    }

    Instant time(int index) {
        return START.plusNanos(index / 3 * 1_234_567_000L);
    }

    byte[] entry(int index) {
        return Entry.of(tenant(index), sequences[index], time(index), body(index))
                .bytes();
    }

    boolean shows(int index) {
        return scope.covers(tenant(index));
    }

    boolean showsBody(int index) {
        return shows(index) && index >= shape.pruned();
    }

    List<NoteKey> logKeys() {
        return signers.stream().map(Signer::key).toList();
    }

    /// The bundle in memory.
    byte[] bundle() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BundleWriter.write(this, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public List<NoteKey> keys() {
        return logKeys();
    }

    @Override
    public SignedNote newest() {
        return notes.getLast();
    }

    @Override
    public Iterator<SignedNote> earlier() {
        return notes.subList(0, notes.size() - 1).iterator();
    }

    @Override
    public byte[] tile(TileId tile) {
        return Arrays.copyOf(tiles.get(tile), tile.width() * TreeHash.BYTES);
    }

    @Override
    public List<BundleItem> items(long from, int count) {
        return IntStream.range((int) from, (int) from + count)
                .mapToObj(index -> !shows(index)
                        ? BundleItem.WITHHELD
                        : showsBody(index)
                                ? new BundleItem(entry(index), body(index))
                                : BundleItem.withoutBody(entry(index)))
                .toList();
    }
}
