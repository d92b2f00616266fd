package io.readingroom.tlog;

/// Where the tiles of a tree are kept.
@FunctionalInterface
public interface Tiles {

    /// At least the first `tile.width()` hashes of the tile, 32 bytes each.
    ///
    /// @throws TileMissingException when the tile is not there, or narrower
    byte[] read(TileId tile);
}
