package io.readingroom.tlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The place of a tile: up to 256 hashes that stand side by side in the tree, at a height that is a multiple of eight.
///
/// @param level the height of its hashes, divided by eight; level 0 holds the hashes of entries
/// @param index its place among the tiles of its level, from 0
/// @param width how many hashes it holds, 1 to 256
public record TileId(int level, long index, int width) {

    /// How many hashes a full tile holds.
    public static final int FULL = 256;

    private static final int HIGHEST_LEVEL = 7;

    private static final Pattern PATH =
            Pattern.compile("tile/(\\d)/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /// @throws IllegalArgumentException when there is no such place
    public TileId {
        if (level < 0 || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("There is no such tile");
        }
    }

    /// The path of the tile as c2sp.org/tlog-tiles writes it, such as `tile/0/x001/067.p/8`.
    public String path() {
        return "tile/" + level + "/" + number(index) + (width == FULL ? "" : ".p/" + width);
    }

    /// The tile at a path; empty when the path is not one of a tile, or not in its one right form.
    public static Optional<TileId> parse(String path) {
        Matcher form = PATH.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        long index = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
        int level = Integer.parseInt(form.group(1));
        if (level > HIGHEST_LEVEL || width > FULL) {
            return Optional.empty();
        }
        TileId tile = new TileId(level, index, width);
        return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /// A number in groups of three digits, all but the last behind an `x`.
    static String number(long value) {
        String path = digits(value);
        for (long rest = value / 1000; rest > 0; rest /= 1000) {
            path = "x" + digits(rest) + "/" + path;
        }
        return path;
    }

    /// The last three digits, whatever the user's language has for digits.
    private static String digits(long value) {
        return Long.toString(1000 + value % 1000).substring(1);
    }

    /// How wide the tile at this place is in a tree of that size; 0 when it is not in it.
    public static int width(int level, long index, long size) {
        long nodes = size >>> (8 * level);
        if (level > HIGHEST_LEVEL || index < 0 || index > nodes / FULL) {
            return 0;
        }
        return Math.clamp(nodes - index * FULL, 0, FULL);
    }
}
