package io.readingroom.inference.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;

/// What the server says of itself and of its models.
@ApplicationScoped
class OllamaCatalog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OllamaServer server;
    private final InferenceSettings settings;

    @Inject
    OllamaCatalog(OllamaServer server, InferenceSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    String version() throws InterruptedException {
        return get("/api/version", settings.serverTimeout()).path("version").asText();
    }

    /// The digest of the configured model, as `sha256:…`.
    ///
    /// @throws InferenceException when the model is not there or runs elsewhere
    String digest(Duration limit) throws InterruptedException {
        refuseRemoteName();
        for (JsonNode model : get("/api/tags", limit).path("models")) {
            if (isConfigured(model)) {
                if (!model.path("remote_host").asText().isBlank()
                        || !model.path("remote_model").asText().isBlank()) {
                    throw new InferenceException.Misconfigured("model-remote");
                }
                String digest = model.path("digest").asText();
                return digest.startsWith("sha256:") ? digest : "sha256:" + digest;
            }
        }
        throw new InferenceException.Misconfigured("model-missing");
    }

    ModelDescription describe() throws InterruptedException {
        String question = JSON.createObjectNode()
                .put("model", settings.model())
                .put("verbose", true)
                .toString();
        LockedHttpClient.Reply reply = accepted(server.post("/api/show", question, settings.serverTimeout()));
        try {
            return ModelDescription.parse(reply.body());
        } catch (IOException e) {
            throw new InferenceException.Unavailable("server-failed", null);
        }
    }

    /// The context that the server has allocated for the model, when it has loaded it and says so.
    OptionalInt allocated() throws InterruptedException {
        for (JsonNode model : get("/api/ps", settings.serverTimeout()).path("models")) {
            int context = model.path("context_length").asInt(0);
            if (isConfigured(model) && context > 0) {
                return OptionalInt.of(context);
            }
        }
        return OptionalInt.empty();
    }

    /// Whether the server says that it passes nothing on to a cloud. An older one does not say, and has none.
    boolean cloudDisabled() throws InterruptedException {
        try {
            return get("/api/status", settings.serverTimeout())
                    .at("/cloud/disabled")
                    .asBoolean(true);
        } catch (InferenceException.Misconfigured e) {
            return true;
        }
    }

    private boolean isConfigured(JsonNode model) {
        String wanted = full(settings.model());
        return wanted.equals(full(model.path("name").asText()))
                || wanted.equals(full(model.path("model").asText()));
    }

    private static String full(String name) {
        return name.indexOf(':', name.lastIndexOf('/') + 1) < 0 ? name + ":latest" : name;
    }

    private void refuseRemoteName() {
        String name = settings.model();
        if (name.endsWith(":cloud") || name.endsWith("-cloud")) {
            throw new InferenceException.Misconfigured("model-remote");
        }
    }

    private JsonNode get(String path, Duration limit) throws InterruptedException {
        try {
            return JSON.readTree(accepted(server.get(path, limit)).body());
        } catch (IOException e) {
            throw new InferenceException.Unavailable("server-failed", null);
        }
    }

    private static LockedHttpClient.Reply accepted(LockedHttpClient.Reply reply) {
        if (reply.status() != 200) {
            throw OllamaRefusal.of(reply);
        }
        return reply;
    }
}
