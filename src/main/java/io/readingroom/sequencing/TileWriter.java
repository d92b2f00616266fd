package io.readingroom.sequencing;

import io.readingroom.tlog.TileId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Writes the tiles that a batch has changed, in the caller's transaction.
@ApplicationScoped
class TileWriter {

    private static final String WRITE = """
            insert into log_tile (level, tile_index, hashes, earliest, latest) values (?, ?, ?, ?, ?)
            on conflict (level, tile_index) do update set hashes = excluded.hashes,
                earliest = least(log_tile.earliest, excluded.earliest),
                latest = greatest(log_tile.latest, excluded.latest)""";

    private final DataSource database;

    TileWriter(DataSource database) {
        this.database = database;
    }

    /// What a batch changes, from this size of the tree on.
    Batch batch(long from) {
        return new Batch(from);
    }

    /// The tiles that a batch changes.
    final class Batch {

        private final long from;
        private final List<Grown> tiles = new ArrayList<>();
        private final Map<Long, Period> periods = new HashMap<>();

        private Batch(long from) {
            this.from = from;
        }

        /// An event that occurred then gets the leaf `index`.
        void occurred(long index, Instant time) {
            periods.merge(index / TileId.FULL, new Period(time, time), Period::with);
        }

        /// A tile as it is now.
        void tile(TileId tile, byte[] hashes) {
            // The tiles at the edge of a higher level stay as they are when nothing reached them.
            if (TileId.width(tile.level(), tile.index(), from) < tile.width()) {
                tiles.add(new Grown(tile, hashes));
            }
        }

        void write() {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(WRITE)) {
                for (Grown grown : tiles) {
                    TileId tile = grown.tile();
                    @Nullable Period period = tile.level() == 0 ? periods.get(tile.index()) : null;
                    statement.setInt(1, tile.level());
                    statement.setLong(2, tile.index());
                    statement.setBytes(3, grown.hashes());
                    statement.setObject(4, period == null ? null : utc(period.earliest()));
                    statement.setObject(5, period == null ? null : utc(period.latest()));
                    statement.addBatch();
                }
                statement.executeBatch();
            } catch (SQLException failed) {
                throw new IllegalStateException("log-write-failed", failed);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Grown(TileId tile, byte[] hashes) {}

    private record Period(Instant earliest, Instant latest) {

        Period with(Period other) {
            return new Period(
                    earliest.isBefore(other.earliest) ? earliest : other.earliest,
                    latest.isAfter(other.latest) ? latest : other.latest);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
