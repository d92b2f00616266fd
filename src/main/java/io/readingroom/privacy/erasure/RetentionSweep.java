package io.readingroom.privacy.erasure;

import io.quarkus.runtime.StartupEvent;
import io.readingroom.access.OnBehalf;
import io.readingroom.privacy.recurring.Recurring;
import io.readingroom.privacy.retention.RetentionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/// Erases what is due. A document that cannot be erased is logged, left, and tried again at the next turn.
@ApplicationScoped
class RetentionSweep {

    private static final Logger LOG = Logger.getLogger(RetentionSweep.class);

    private final ErasureRows rows;
    private final Erasure erasure;
    private final RetentionSettings settings;
    private final Recurring recurring;
    private final Clock clock;

    RetentionSweep(ErasureRows rows, Erasure erasure, RetentionSettings settings, Recurring recurring, Clock clock) {
        this.rows = rows;
        this.erasure = erasure;
        this.settings = settings;
        this.recurring = recurring;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        recurring.each(settings.every(), "retention", this::sweep);
    }

    /// Erases all that is due now and that no hold keeps.
    void sweep() {
        Set<ErasureRows.Due> tried = new HashSet<>();
        while (!Thread.currentThread().isInterrupted()) {
            // Those that failed come first again: as many more are looked up.
            List<ErasureRows.Due> due = rows.due(clock.instant(), settings.batch() + tried.size());
            List<ErasureRows.Due> fresh =
                    due.stream().filter(one -> !tried.contains(one)).toList();
            if (fresh.isEmpty()) {
                return;
            }
            tried.clear();
            tried.addAll(due);
            fresh.forEach(this::erase);
        }
    }

    private void erase(ErasureRows.Due due) {
        try {
            OnBehalf.ofTenant(due.tenant(), () -> erasure.erase(due.document(), due.tenant(), Cause.RETENTION));
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "Document %s is due and could not be erased: %s",
                    due.document(), failed.getClass().getName());
        }
    }
}
