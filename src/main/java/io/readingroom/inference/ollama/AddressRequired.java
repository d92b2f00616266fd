package io.readingroom.inference.ollama;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.inference.InferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Refuses to start a service in production that reads by a model and was not told where the model is: no default
/// address may ever receive a document.
@ApplicationScoped
class AddressRequired {

    private final InferenceSettings settings;
    private final String engine;

    @Inject
    AddressRequired(
            InferenceSettings settings,
            @ConfigProperty(name = "reading-room.engine", defaultValue = "ollama") String engine) {
        this.settings = settings;
        this.engine = engine;
    }

    void onStart(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            check();
        }
    }

    void check() {
        if ("ollama".equals(engine) && settings.baseUrl().isEmpty()) {
            throw new IllegalStateException("reading-room.inference.base-url is not set: name the model server, such as"
                    + " http://ollama:11434, or choose reading-room.engine=extractive");
        }
    }
}
