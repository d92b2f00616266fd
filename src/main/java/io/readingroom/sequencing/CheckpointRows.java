package io.readingroom.sequencing;

import io.readingroom.tlog.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The checkpoints that were signed, in the caller's transaction.
@ApplicationScoped
class CheckpointRows {

    private final LogRows rows;

    CheckpointRows(LogRows rows) {
        this.rows = rows;
    }

    /// The newest of the epoch.
    Optional<SignedNote> newest(int epoch) {
        return note("select (select note from log_checkpoint where epoch = ? order by size desc limit 1)", epoch);
    }

    /// For each epoch and each run of `every` entries the last checkpoint, the oldest first.
    List<SignedNote> sampled(long every) {
        String sql = """
                select coalesce(array_agg(note order by epoch, size), '{}') from (
                    select epoch, size, note,
                        row_number() over (partition by epoch, size / ? order by size desc) as place
                    from log_checkpoint) ranked
                where place = 1""";
        return rows.ask(sql, row -> Stream.of((String[]) row.getArray(1).getArray()), every)
                .map(CheckpointRows::parsed)
                .toList();
    }

    void add(Origin origin, long size, SignedNote note, Instant now) {
        rows.change(
                "insert into log_checkpoint (epoch, size, note, signed_at) values (?, ?, ?, ?)",
                origin.epoch(),
                size,
                note.note(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    /// The newest of the epoch, if this anchor has not got it.
    Optional<SignedNote> owed(String anchor, int epoch) {
        return note("""
                select (select note from log_checkpoint where epoch = ? and size > coalesce(
                    (select max(size) from log_anchor where anchor = ? and epoch = ?), -1) order by size desc limit 1)""", epoch, anchor, epoch);
    }

    void kept(String anchor, int epoch, long size, Instant now) {
        rows.change(
                "insert into log_anchor (anchor, epoch, size, kept_at) values (?, ?, ?, ?) on conflict do nothing",
                anchor,
                epoch,
                size,
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    private Optional<SignedNote> note(String sql, Object... values) {
        return Optional.ofNullable(rows.ask(sql, row -> row.getString(1), values))
                .map(CheckpointRows::parsed);
    }

    private static SignedNote parsed(String note) {
        return SignedNote.parse(note).orElseThrow(() -> new IllegalStateException("log-checkpoint-damaged"));
    }
}
