package io.readingroom.benchmark;

import io.readingroom.Database;
import io.readingroom.document.DocumentId;
import io.readingroom.register.Read;
import java.sql.SQLException;
import java.util.UUID;

/// Fills the register's table for queries: rows of the shape and the distribution of real ones, nine to a document, put
/// in
/// past the sequencer. The tree does not know them, so they serve for nothing but queries.
final class Filled {

    /// One of a few hundred.
    static final String ACTOR = "000000000000000000000000000000aa";

    private static final int STEP = 200_000;

    private Filled() {}

    static DocumentId someDocument() {
        return new DocumentId(UUID.fromString("00000000-0000-4000-8000-000000012345"));
    }

    /// Whether the table was filled before, so that the log is frozen.
    static boolean is(Database database) {
        return database.number("select count(*) from log_template where template_set = 'sha256:filled'") > 0;
    }

    /// Fills in this many events, unless the table was filled before.
    ///
    /// @return how many there are
    static long upTo(Database database, long events) throws SQLException {
        if (is(database)) {
            return database.number("select size from log_state");
        }
        long from = (database.number("select coalesce(max(leaf_index), -1) + 1 from audit_event") + 255) / 256 * 256;
        long end = from + events;
        for (long first = from; first < end; first += STEP) {
            database.run(rows(first, Math.min(first + STEP, end) - 1, from));
        }
        database.run("insert into log_tile (level, tile_index, hashes, earliest, latest)"
                + " select 0, leaf_index / 256, decode(repeat('00', 8192), 'hex'), min(occurred_at), max(occurred_at)"
                + " from audit_event where leaf_index >= " + from
                + " group by leaf_index / 256 on conflict do nothing");
        database.run(
                "insert into log_template values ('" + Read.TEMPLATE + "', 'sha256:filled') on conflict do nothing");
        database.secretly("update log_state set size = " + end
                + ", frozen_at = now(), frozen_reason = 'history-changed'; insert into log_checkpoint"
                + " select epoch, " + end + ", regexp_replace(note, E'\\n[0-9]+\\n', E'\\n" + end
                + "\\n'), now() from log_checkpoint order by epoch desc, size desc limit 1");
        database.run("vacuum analyze audit_event");
        return end;
    }

    /// A year from the beginning of 2025 on.
    private static String rows(long first, long last, long from) {
        return """
                insert into audit_event (leaf_index, tenant, tenant_seq, sequenced_at, entry, id, code, occurred_at, actor,
                    document, outcome, reason, request_id, model, model_digest, template, body)
                select i, 'default', i, at, '\\x00'::bytea || sha256(i::text::bytea) || sha256(i::text::bytea), md5(i::text)::uuid,
                    code, at, '000000000000000000000000000000' || lpad(to_hex((i * 7919 %% 1000)::int), 2, '0'),
                    ('00000000-0000-4000-8000-' || lpad(((i - %3$d) / 9)::text, 12, '0'))::uuid,
                    case when code like '%%refused' then 'refused' when code like '%%failed' then 'failed' else 'succeeded' end,
                    case when code like '%%refused' then 'too-large' when code like '%%failed' then 'no-text' end,
                    md5(i::text), model, 'sha256:' || md5(model), case when model is not null then 'sha256:filled' end,
                    convert_to(json_build_object('code', code, 'detail', json_build_object('model', model, 'calls', 3),
                        'id', md5(i::text), 'outcome', 'succeeded', 'tenant', 'default', 'time', at)::text, 'UTF8')
                from (select i, '2025-01-01Z'::timestamptz + (i - %3$d) * interval '3 seconds' as at, code,
                        case when code like 'chunk%%' then case when i %% 100000 = 3 then 'rare-model' else 'gemma4:12b' end end as model
                    from (select i, case when i %% 10007 = 0 then 'document.erased' when i %% 1009 = 0 then 'upload.refused'
                            when i %% 5003 = 0 then 'document.failed' when i %% 2003 = 0 then 'register.queried'
                            else (array['document.received', 'text.extracted', 'chunk.begun', 'chunk.read', 'chunk.begun',
                                'chunk.read', 'analysis.begun', 'analysis.completed', 'analysis.accessed'])[i %% 9 + 1] end as code
                        from generate_series(%1$d::bigint, %2$d::bigint) i) coded) modelled""".formatted(first, last, from);
    }
}
