package io.readingroom.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.access.Caller;
import io.readingroom.access.CallerIdentity;
import io.readingroom.access.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Writes events into the caller's transaction, or into one of their own when there is none, where the sequencer takes
/// them from. Plain SQL, because the table is a queue that is emptied by set-based statements.
@ApplicationScoped
class Register implements AuditLog {

    private static final String INSERT = """
            insert into audit_pending
                (id, code, occurred_at, tenant, actor, document, outcome, reason, request_id,
                    model, model_digest, template, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final CallerIdentity callers;
    private final RequestId requests;
    private final Pseudonyms pseudonyms;
    private final RegisterGate gate;
    private final Clock clock;
    private final Counter failures;
    private final TemplateSets sets = new TemplateSets();

    Register(
            DataSource database,
            CallerIdentity callers,
            RequestId requests,
            Pseudonyms pseudonyms,
            RegisterGate gate,
            Clock clock,
            MeterRegistry registry) {
        this.database = database;
        this.callers = callers;
        this.requests = requests;
        this.pseudonyms = pseudonyms;
        this.gate = gate;
        this.clock = clock;
        this.failures = Counter.builder("reading_room.audit.write.failures")
                .description("Events that could not be written into the register, so that what they tell was not done")
                .register(registry);
    }

    /// Has the number of failures there before the first one.
    void onStart(@Observes StartupEvent start) {}

    @Override
    @Transactional
    public void record(AuditEvent event) {
        gate.admit(event);
        EventWords words = EventWords.of(event);
        Caller caller = callers.current();
        // Microseconds, because that is what the column keeps: the body and the column must tell the same time.
        Entry entry = new Entry(
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.tenant(),
                pseudonyms.of(caller.tenant(), caller.actor()),
                requests.current().orElse(null),
                words);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            entry.bind(insert);
            insert.executeUpdate();
            if (event instanceof AuditEvent.OfTheModel model) {
                sets.note(connection, ModelWords.by(model));
            }
        } catch (SQLException failed) {
            failures.increment();
            throw new IllegalStateException("audit-write-failed", failed);
        }
    }

    private record Entry(
            UUID id,
            Instant time,
            String tenant,
            String actor,
            @Nullable String request,
            EventWords words) {

        void bind(PreparedStatement insert) throws SQLException {
            insert.setObject(1, id);
            insert.setString(2, words.code());
            insert.setObject(3, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
            insert.setString(4, tenant);
            insert.setString(5, actor);
            insert.setObject(
                    6, words.document() == null ? null : words.document().value());
            insert.setString(7, words.outcome().word());
            insert.setString(8, words.reason());
            insert.setString(9, request);
            insert.setString(10, words.detailed("model"));
            insert.setString(11, words.detailed("modelDigest"));
            insert.setString(12, words.detailed("template"));
            insert.setBytes(13, body());
        }

        private byte[] body() {
            Map<String, Object> fields = new TreeMap<>(words.fields());
            fields.put("id", id.toString());
            fields.put("time", time.toString());
            fields.put("tenant", tenant);
            fields.put("actor", actor);
            if (request != null) {
                fields.put("request", request);
            }
            return CanonicalJson.bytes(fields);
        }
    }
}
