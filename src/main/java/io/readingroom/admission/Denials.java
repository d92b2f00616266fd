package io.readingroom.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.access.Caller;
import io.readingroom.access.OnBehalf;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Records requests that were denied, so that nobody can fill the register by them: the first of its kind at once,
/// those that follow within an interval as one event with their number. Of unknown callers there is one kind for
/// each reason, wherever they come from.
///
/// It records after the answer, on a thread of its own: what is denied was not done, whether it is recorded or not.
/// What a replica counted and had not recorded is lost with it when it dies.
@ApplicationScoped
public class Denials {

    private static final Logger LOG = Logger.getLogger(Denials.class);
    private static final String COUNTER = "reading_room.access.denied";

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    /// Callers that are told apart at once; those beyond are counted as unknown ones.
    private static final int MOST_KINDS = 1000;

    private static final List<String> REASONS = List.of(
            "token-missing",
            "token-expired",
            "token-invalid",
            "subject-missing",
            "tenant-missing",
            "tenant-foreign",
            "certificate-unknown",
            "role-missing");

    private final AuditLog register;
    private final AdmissionSettings settings;
    private final MeterRegistry meters;
    private final Map<Kind, Long> counted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("denials").factory());

    Denials(AuditLog register, AdmissionSettings settings, MeterRegistry meters) {
        this.register = register;
        this.settings = settings;
        this.meters = meters;
    }

    private record Kind(Caller caller, String reason) {}

    /// Has the numbers there before the first request is denied.
    void onStart(@Observes StartupEvent start) {
        REASONS.forEach(this::counter);
    }

    /// Notes that a request was denied; nothing is waited for.
    ///
    /// @param caller whom it came from, as far as that was verified
    /// @param reason a stable word
    public void note(Caller caller, String reason) {
        counter(reason).increment();
        count(caller, reason);
    }

    private void count(Caller caller, String reason) {
        // Without roles: they do not tell callers apart.
        Kind kind = new Kind(new Caller(caller.actor(), caller.tenant(), Set.of()), reason);
        boolean told = counted.computeIfPresent(kind, (_, requests) -> requests + 1) != null;
        if (told) {
            return;
        }
        if (counted.size() < MOST_KINDS || caller.actor().equals(Caller.ANONYMOUS)) {
            begin(kind);
        } else {
            count(new Caller(Caller.ANONYMOUS, caller.tenant(), Set.of()), reason);
        }
    }

    // The clerk ends with the service, and record reports its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void begin(Kind kind) {
        if (counted.merge(kind, 1L, Long::sum) == 1 && !clerk.isShutdown()) {
            clerk.execute(() -> tell(kind, 0L));
            clerk.schedule(() -> tell(kind, null), settings.denialInterval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Records what was counted and not told yet.
    ///
    /// @param next what to go on counting from; null to have the next one told at once again
    private void tell(Kind kind, @Nullable Long next) {
        AtomicLong requests = new AtomicLong();
        counted.computeIfPresent(kind, (_, untold) -> {
            requests.set(untold);
            return next;
        });
        if (requests.get() > 0) {
            record(kind, requests.get());
        }
    }

    private void record(Kind kind, long requests) {
        try {
            OnBehalf.of(kind.caller(), () -> register.record(new AuditEvent.AccessDenied(kind.reason(), requests)));
        } catch (RuntimeException failed) {
            LOG.warnf("Recording denied requests failed: %s", failed.getClass().getName());
        }
    }

    /// Records what was counted until now. When the database does not answer any more, it is lost: nothing else may
    /// keep the process from ending.
    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        clerk.shutdownNow();
        clerk.awaitTermination(1, TimeUnit.SECONDS);
        Set<Kind> untold = Set.copyOf(counted.keySet());
        Thread.ofVirtual()
                .name("last-denials")
                .start(() -> untold.forEach(kind -> tell(kind, null)))
                .join(LAST_WORDS);
    }

    private Counter counter(String reason) {
        return Counter.builder(COUNTER)
                .description("Requests that were denied for want of a valid token, a role or a tenant")
                .tag("reason", reason)
                .register(meters);
    }
}
