package io.readingroom.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.document.ContentDigest;
import io.readingroom.egress.EgressReport;
import io.readingroom.privacy.SigningKeys;
import io.readingroom.statement.Finding.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Has everything checked, and signs what was found.
@ApplicationScoped
class StatementDesk {

    private static final String PURPOSE = "privacy-statement";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Instance<Check> checks;
    private final EgressReport egress;
    private final SigningKeys keys;
    private final ObjectMapper json;
    private final Clock clock;
    private final String version;
    private final Instant startedAt;

    StatementDesk(
            @Any Instance<Check> checks,
            EgressReport egress,
            SigningKeys keys,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.checks = checks;
        this.egress = egress;
        this.keys = keys;
        this.json = json;
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
        Map<String, String> key = key();
        String signed = BASE64.encodeToString(bytes(Map.of("alg", "EdDSA", "kid", String.valueOf(key.get("kid")))))
                + "." + BASE64.encodeToString(bytes(statement));
        byte[] signature = keys.sign(PURPOSE, signed.getBytes(StandardCharsets.US_ASCII));
        return new SignedStatement(statement, signed + "." + BASE64.encodeToString(signature), key);
    }

    /// The public key, with its thumbprint for a name.
    Map<String, String> key() {
        String point = BASE64.encodeToString(keys.publicKey(PURPOSE));
        // The members that a thumbprint takes, in its order (RFC 7638, RFC 8037).
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + point + "\"}";
        Map<String, String> key = new LinkedHashMap<>();
        key.put("kty", "OKP");
        key.put("crv", "Ed25519");
        key.put("x", point);
        key.put(
                "kid",
                BASE64.encodeToString(ContentDigest.algorithm().digest(canonical.getBytes(StandardCharsets.US_ASCII))));
        return key;
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A statement is plain JSON", impossible);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
