package io.readingroom.tlog.bundle;

import io.readingroom.tlog.TileId;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Which files a bundle of a log of some size has for the tree and its entries, and what the others are called.
///
/// @param size how many entries the log has
public record BundleLayout(long size) {

    /// The newest signed checkpoint, which covers everything else.
    public static final String CHECKPOINT = "checkpoint";

    /// The folder of earlier signed checkpoints, `checkpoints/EPOCH/SIZE`.
    public static final String CHECKPOINTS = "checkpoints/";

    /// The folder of checkpoints that an authority stamped with the time, `timestamps/EPOCH/SIZE`, and of its replies.
    public static final String TIMESTAMPS = "timestamps/";

    /// What the name of a reply ends in, behind that of its checkpoint.
    public static final String REPLY = ".tsr";

    /// The keys of the log, a line each.
    public static final String KEYS = "log.vkey";

    /// Whose entries are there.
    public static final String SCOPE = "scope";

    private static final String TILES = "tile/";
    private static final String TILES_OF_ENTRIES = "tile/0/";
    private static final String ENTRIES = "entries/";
    private static final String BODIES = "bodies/";
    private static final int LEVELS = 8;

    /// How many tiles there are on a level, the last of them perhaps not full.
    public long tiles(int level) {
        long nodes = size >>> (8 * level);
        return nodes / TileId.FULL + (nodes % TileId.FULL == 0 ? 0 : 1);
    }

    /// The tile at a place.
    public TileId tile(int level, long index) {
        return new TileId(level, index, TileId.width(level, index, size));
    }

    /// The name of the file with the entries that a tile of level 0 has the hashes of.
    public static String entries(TileId tile) {
        return ENTRIES + tile.path().substring(TILES_OF_ENTRIES.length());
    }

    /// The name of the file with their bodies.
    public static String bodies(TileId tile) {
        return BODIES + tile.path().substring(TILES_OF_ENTRIES.length());
    }

    /// How many files there are for the tree and its entries.
    public long files() {
        return 2 * tiles(0) + IntStream.range(0, LEVELS).mapToLong(this::tiles).sum();
    }

    /// Their names, the tiles first.
    public Stream<String> names() {
        Stream<TileId> all = IntStream.range(0, LEVELS)
                .boxed()
                .flatMap(level -> LongStream.range(0, tiles(level)).mapToObj(index -> tile(level, index)));
        Stream<TileId> lowest = LongStream.range(0, tiles(0)).mapToObj(index -> tile(0, index));
        return Stream.concat(all.map(TileId::path), lowest.flatMap(tile -> Stream.of(entries(tile), bodies(tile))));
    }

    /// Whether one of them has this name.
    public boolean has(String name) {
        Optional<TileId> tile = name.startsWith(TILES)
                ? TileId.parse(name)
                : within(ENTRIES, name).or(() -> within(BODIES, name));
        return tile.filter(id -> id.width() == TileId.width(id.level(), id.index(), size))
                .isPresent();
    }

    private static Optional<TileId> within(String folder, String name) {
        return name.startsWith(folder)
                ? TileId.parse(TILES_OF_ENTRIES + name.substring(folder.length()))
                : Optional.empty();
    }
}
