package io.readingroom.statement;

import io.readingroom.egress.EgressReport;
import io.readingroom.privacy.SignedJson;
import io.readingroom.statement.Finding.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Has everything checked, and signs what was found.
@ApplicationScoped
class StatementDesk {

    private final Instance<Check> checks;
    private final EgressReport egress;
    private final SignedJson signatures;
    private final Clock clock;
    private final String version;
    private final Instant startedAt;

    StatementDesk(
            @Any Instance<Check> checks,
            EgressReport egress,
            SignedJson signatures,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.checks = checks;
        this.egress = egress;
        this.signatures = signatures;
        this.clock = clock;
        this.version = version;
        this.startedAt = now();
    }

    /// Looks at everything now.
    Statement statement() {
        return statement(check -> true);
    }

    /// Looks at what this process knows by itself.
    Statement localStatement() {
        return statement(Check::isLocal);
    }

    private Statement statement(Predicate<Check> looked) {
        List<Finding> findings = checks.stream()
                .filter(looked)
                .flatMap(check -> check.look().stream())
                .toList();
        boolean holds = findings.stream().noneMatch(finding -> finding.outcome() == Outcome.FAILED);
        return new Statement("reading-room", version, startedAt, now(), holds, findings, egress.refused());
    }

    /// Looks at everything now and signs it.
    SignedStatement signed() {
        Statement statement = statement();
        return new SignedStatement(statement, signatures.sign(null, statement), key());
    }

    /// The public key, with its thumbprint for a name.
    Map<String, String> key() {
        return signatures.key();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
