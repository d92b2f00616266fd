package io.readingroom.statement;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.statement.Finding.Outcome;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Refuses to start a service in production from which content could leave.
@ApplicationScoped
class StartCheck {

    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    private final StatementDesk desk;

    StartCheck(StatementDesk desk) {
        this.desk = desk;
    }

    /// Before the others begin their work, so that what fails for the same reason does not hide the sentence.
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            check();
        }
    }

    /// @throws IllegalStateException when a check fails, with a sentence for each that says what to change
    void check() {
        Statement statement = desk.localStatement();
        if (!statement.holds()) {
            throw new IllegalStateException(statement.findings().stream()
                    .filter(finding -> finding.outcome() == Outcome.FAILED)
                    .map(finding -> finding.check() + ": " + finding.finding())
                    .collect(Collectors.joining(" ", "The service does not start, for content could leave it. ", "")));
        }
        LOG.infof("Privacy statements are signed by the key %s", desk.key().get("kid"));
    }
}
