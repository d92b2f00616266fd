package io.readingroom.tlog;

/// A tile that a tree of this size has is not there, or is narrower than it must be.
public final class TileMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TileId tile;

    /// @param tile the one that was looked for
    public TileMissingException(TileId tile) {
        super("A tile is missing: " + tile.path());
        this.tile = tile;
    }

    /// The one that was looked for.
    public TileId tile() {
        return tile;
    }
}
