package io.readingroom.sequencing;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.bundle.Stamp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /// For each epoch and each run of `every` entries the last checkpoint, and the last that a witness signed, the
    /// oldest
    /// first.
    List<SignedNote> sampled(long every) {
        String sql = """
                select coalesce(array_agg(note || signatures order by epoch, size), '{}') from (
                    select epoch, size, note, coalesce(convert_from(receipt, 'UTF8'), '') as signatures,
                        row_number() over (partition by epoch, size / ?, receipt is null order by size desc) as place
                    from log_checkpoint
                    left join (select epoch, size, receipt from log_anchor where anchor = 'witness') seen using (epoch, size)
                ) ranked
                where place = 1""";
        return rows.ask(sql, row -> Stream.of((String[]) row.getArray(1).getArray()), every)
                .map(CheckpointRows::parsed)
                .toList();
    }

    /// For each epoch and each run of `every` entries the last checkpoint that was stamped with the time.
    List<Stamp> stamped(long every) {
        String sql = """
                select coalesce(array_agg(note order by epoch, size), '{}'), coalesce(array_agg(receipt order by epoch, size), '{}')
                from (
                    select epoch, size, note, receipt,
                        row_number() over (partition by epoch, size / ? order by size desc) as place
                    from log_anchor join log_checkpoint using (epoch, size)
                    where anchor = 'time-stamp' and receipt is not null) ranked
                where place = 1""";
        return rows.ask(
                sql,
                row -> {
                    String[] notes = (String[]) row.getArray(1).getArray();
                    byte[][] replies = (byte[][]) row.getArray(2).getArray();
                    return IntStream.range(0, notes.length)
                            .mapToObj(i -> new Stamp(parsed(notes[i]), replies[i]))
                            .toList();
                },
                every);
    }

    /// A checkpoint with the signatures of the witness, where it has any.
    SignedNote witnessed(SignedNote note) {
        Checkpoint said = note.asCheckpoint().orElseThrow();
        String sql = """
                select ? || coalesce((
                    select convert_from(receipt, 'UTF8') from log_anchor where anchor = 'witness' and epoch = ? and size = ?), '')""";
        int epoch = Origin.parse(said.origin()).orElseThrow().epoch();
        return rows.ask(sql, row -> parsed(row.getString(1)), note.note(), epoch, said.size());
    }

    void add(Origin origin, long size, SignedNote note, Instant now) {
        rows.change(
                "insert into log_checkpoint (epoch, size, note, signed_at) values (?, ?, ?, ?)",
                origin.epoch(),
                size,
                note.note(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    /// The newest of the epoch, if this anchor has not got it, and got its last one no later than at this time.
    Optional<SignedNote> owed(String anchor, int epoch, Instant rested) {
        return note("""
                select (
                    select newest.note
                    from (select size, note from log_checkpoint where epoch = ? order by size desc limit 1) newest
                    where not exists (
                        select from (
                            select size, kept_at from log_anchor where anchor = ? and epoch = ?
                            order by size desc limit 1) last
                        where last.size >= newest.size or last.kept_at > ?))""", epoch, anchor, epoch, OffsetDateTime.ofInstant(rested, ZoneOffset.UTC));
    }

    /// Notes that an anchor has one.
    ///
    /// @param receipt what it gave in return; empty for nothing
    void kept(String anchor, int epoch, long size, Instant now, byte[] receipt) {
        rows.change(
                "insert into log_anchor (anchor, epoch, size, kept_at, receipt) values (?, ?, ?, ?, nullif(?, ''::bytea))"
                        + " on conflict do nothing",
                anchor,
                epoch,
                size,
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                receipt);
    }

    private Optional<SignedNote> note(String sql, Object... values) {
        return Optional.ofNullable(rows.ask(sql, row -> row.getString(1), values))
                .map(CheckpointRows::parsed);
    }

    private static SignedNote parsed(String note) {
        return SignedNote.parse(note).orElseThrow(() -> new IllegalStateException("log-checkpoint-damaged"));
    }
}
