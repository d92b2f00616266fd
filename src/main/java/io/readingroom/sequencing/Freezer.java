package io.readingroom.sequencing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/// Freezes the log, in the caller's transaction: nothing gets a place and nothing is signed until an operator has
/// looked and opens another epoch.
@ApplicationScoped
class Freezer {

    private static final Logger LOG = Logger.getLogger(Freezer.class);

    private final LogRows rows;
    private final Clock clock;

    Freezer(LogRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void freeze(Freeze reason) {
        int frozen = rows.change(
                "update log_state set frozen_at = ?, frozen_reason = ? where frozen_at is null",
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                reason.word());
        if (frozen > 0) {
            LOG.errorf("The register is frozen: %s", reason.word());
        }
    }
}
