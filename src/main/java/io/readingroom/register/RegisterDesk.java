package io.readingroom.register;

import io.readingroom.access.CallerIdentity;
import io.readingroom.access.DatabaseRole;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.audit.Pseudonyms;
import io.readingroom.sequencing.SequencedLog;
import io.readingroom.tlog.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Answers queries of the register, and records each before the answer leaves.
@ApplicationScoped
class RegisterDesk {

    private final SequencedLog log;
    private final EventRows rows;
    private final AuditLog audit;
    private final CallerIdentity callers;
    private final Pseudonyms pseudonyms;

    RegisterDesk(SequencedLog log, EventRows rows, AuditLog audit, CallerIdentity callers, Pseudonyms pseudonyms) {
        this.log = log;
        this.rows = rows;
        this.audit = audit;
        this.callers = callers;
        this.pseudonyms = pseudonyms;
    }

    /// The pseudonym of an actor of the caller's tenant.
    String pseudonym(String actor) {
        return pseudonyms.of(callers.current().tenant(), actor);
    }

    /// A page, and the size of the checkpoint that covers all of it.
    record Answer(EventPage page, long checkpoint) {}

    /// @param name under which the query is recorded
    Answer page(String name, EventQuery query, PageRequest request) {
        int limit = request.size();
        Cursor after = request.after();
        long size = covered();
        return DatabaseRole.AUDITOR.call(() -> {
            EventRows.Page page = rows.page(callers.current().tenant(), query, after, size, limit);
            // Before the bytes leave: if it cannot be recorded, nothing is told.
            audit.record(new AuditEvent.RegisterQueried(
                    query.document(), name, page.events().size()));
            return new Answer(EventPage.of(page), size);
        });
    }

    /// Every event that matches, one by one.
    ///
    /// @param name under which the query is recorded
    void each(String name, EventQuery query, Consumer<RecordedEvent> reader) {
        long size = covered();
        DatabaseRole.AUDITOR.run(() -> {
            AtomicInteger events = new AtomicInteger();
            rows.each(callers.current().tenant(), query, size, event -> {
                events.incrementAndGet();
                reader.accept(event);
            });
            audit.record(new AuditEvent.RegisterQueried(query.document(), name, events.get()));
        });
    }

    /// How many entries a signed checkpoint covers now, those included that were committed before this.
    long covered() {
        log.catchUp();
        return log.checkpoint()
                .asCheckpoint()
                .map(Checkpoint::size)
                .orElseThrow(() -> new IllegalStateException("log-checkpoint-damaged"));
    }
}
