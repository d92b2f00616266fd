package io.readingroom.inference.ollama;

import io.readingroom.inference.InferenceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the model server is there and has the model; else says in one stable word what is wrong. An engine that
/// needs no server is always ready.
@Readiness
@ApplicationScoped
class ModelServerHealth implements HealthCheck {

    /// A probe waits seconds, not the minutes of a prefill.
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final OllamaCatalog catalog;
    private final String engine;

    @Inject
    ModelServerHealth(
            OllamaCatalog catalog,
            @ConfigProperty(name = "reading-room.engine", defaultValue = "ollama") String engine) {
        this.catalog = catalog;
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("model-server").withData("engine", engine);
        if (!"ollama".equals(engine)) {
            return response.up().build();
        }
        try {
            return response.up().withData("digest", catalog.digest(LIMIT)).build();
        } catch (InferenceException e) {
            return response.down().withData("reason", e.code()).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return response.down().withData("reason", "interrupted").build();
        }
    }
}
