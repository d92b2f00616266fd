package io.readingroom.statement;

import io.quarkus.runtime.StartupEvent;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.ContentDigest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Records that the service started, and with which settings: by a digest, so that an officer sees when they changed
/// and
/// can hold them against the ones that were approved.
@ApplicationScoped
class StartRecord {

    private static final String SETTINGS = "reading-room.";

    private final AuditLog audit;
    private final Config config;
    private final String version;
    private final String engine;

    StartRecord(
            AuditLog audit,
            Config config,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "reading-room.engine", defaultValue = "ollama") String engine) {
        this.audit = audit;
        this.config = config;
        this.version = version;
        this.engine = engine;
    }

    void onStart(@Observes StartupEvent start) {
        audit.record(new AuditEvent.ServiceStarted(version, engine, digest(config)));
    }

    /// SHA-256 of the service's own settings that are set somewhere: lines of name, equals sign and value, sorted by
    /// name,
    /// each name once.
    static ContentDigest digest(Config config) {
        String lines = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(SETTINGS))
                .distinct()
                .sorted()
                .map(name -> name + "=" + config.getConfigValue(name).getValue() + "\n")
                .collect(Collectors.joining());
        return ContentDigest.of(lines.getBytes(StandardCharsets.UTF_8));
    }
}
