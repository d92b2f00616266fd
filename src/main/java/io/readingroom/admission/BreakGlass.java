package io.readingroom.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.access.Caller;
import io.readingroom.access.CallerIdentity;
import io.readingroom.access.DatabaseRole;
import io.readingroom.access.OnBehalf;
import io.readingroom.access.Roles;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.audit.Pseudonyms;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets those who look after the service, and do not read, read content in an emergency: for a reason, for a while,
/// and with every step in the register.
@ApplicationScoped
public class BreakGlass {

    /// The header that states the reason.
    public static final String HEADER = "Break-Glass-Reason";

    private static final String COUNTER = "reading_room.access.break.glass";

    private final GrantRows grants;
    private final AdmissionSettings.Emergency settings;
    private final CallerIdentity callers;
    private final Pseudonyms pseudonyms;
    private final AuditLog register;
    private final Clock clock;
    private final MeterRegistry meters;

    BreakGlass(
            GrantRows grants,
            AdmissionSettings settings,
            CallerIdentity callers,
            Pseudonyms pseudonyms,
            AuditLog register,
            Clock clock,
            MeterRegistry meters) {
        this.grants = grants;
        this.settings = settings.breakGlass();
        this.callers = callers;
        this.pseudonyms = pseudonyms;
        this.register = register;
        this.clock = clock;
        this.meters = meters;
    }

    /// Has the numbers there before the first glass is broken.
    void onStart(@Observes StartupEvent start) {
        List.of("opened", "used", "closed").forEach(this::counter);
    }

    /// Opens the glass for the current caller.
    ///
    /// @throws RefusedException when the reason is none of those that are configured
    @Transactional
    Grant open(@Nullable String reason) {
        String stated = known(reason);
        Caller caller = callers.current();
        GrantRow row = GrantRow.of(caller.tenant(), pseudonym(caller), stated, now(), settings.time());
        grants.persist(row);
        register.record(
                new AuditEvent.GlassOpened(row.id, stated, settings.time().toSeconds()));
        counter("opened").increment();
        return row.grant();
    }

    /// Closes what the current caller has opened.
    @Transactional
    void close() {
        Caller caller = callers.current();
        for (GrantRow row : grants.lock(caller.tenant(), pseudonym(caller))) {
            end(row, "by-opener");
        }
    }

    /// Closes what has been open for long enough; the service itself does it.
    void closeExpired() {
        DatabaseRole.HOUSEKEEPING.run(() -> {
            for (GrantRow row : grants.lockExpired(now())) {
                OnBehalf.ofTenant(row.tenant, () -> end(row, "time-over"));
            }
        });
    }

    private void end(GrantRow row, String cause) {
        row.endedAt = now();
        register.record(new AuditEvent.GlassClosed(row.id, cause));
        counter("closed").increment();
    }

    /// Lets the current caller see what a document says: a reader always, others through a glass that they have broken
    /// for this reason. Such a use is recorded in the caller's transaction.
    ///
    /// @param reason the stated one, null when none is
    /// @throws RefusedException when the caller is no reader and has not opened the glass for this reason
    @Transactional
    public void look(DocumentId document, @Nullable String reason) {
        Caller caller = callers.current();
        if (caller.is(Roles.READER)) {
            return;
        }
        String stated = known(reason);
        GrantRow open = grants.open(caller.tenant(), pseudonym(caller), stated, now())
                .orElseThrow(() -> new RefusedException(AdmissionRefusal.GLASS_CLOSED));
        register.record(new AuditEvent.GlassUsed(document, open.id, stated));
        counter("used").increment();
    }

    private String known(@Nullable String reason) {
        if (reason == null || !settings.reasons().contains(reason)) {
            throw new RefusedException(AdmissionRefusal.REASON_UNKNOWN);
        }
        return reason;
    }

    private String pseudonym(Caller caller) {
        return pseudonyms.of(caller.tenant(), caller.actor());
    }

    /// As the column keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Counter counter(String step) {
        return Counter.builder(COUNTER)
                .description("Glasses that were broken to read content in an emergency, and documents read so")
                .tag("step", step)
                .register(meters);
    }
}
