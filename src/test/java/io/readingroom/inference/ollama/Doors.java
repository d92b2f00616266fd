package io.readingroom.inference.ollama;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.readingroom.egress.Locks;
import io.readingroom.inference.InferenceSettings;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.traffic.Leases;
import io.readingroom.reading.TestConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// Opens a door without a container, for tests.
public final class Doors {

    private Doors() {}

    /// A door to `server` with the default settings and short pauses.
    public static ModelDoor to(ScriptedOllama server) {
        return to(server, Map.of());
    }

    /// A door to `server` with `settings` (keys without the prefix) in place of the defaults.
    public static ModelDoor to(ScriptedOllama server, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("retry-delay", "PT0.01S"));
        all.putAll(settings);
        return to(server.baseUrl(), ScriptedOllama.MODEL, all);
    }

    /// A door to the server at `base` and its `model`.
    public static ModelDoor to(URI base, String model, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("base-url", base.toString(), "model", model));
        all.putAll(settings);
        return door(settings(all));
    }

    static InferenceSettings settings(Map<String, String> settings) {
        Map<String, String> keys = new HashMap<>();
        settings.forEach((key, value) -> keys.put("reading-room.inference." + key, value));
        return TestConfig.mapped(InferenceSettings.class, keys);
    }

    static OllamaServer server(InferenceSettings settings) {
        return new OllamaServer(settings, Locks.clients());
    }

    static ModelDoor door(InferenceSettings settings) {
        return door(settings, new SimpleMeterRegistry());
    }

    static ModelDoor door(InferenceSettings settings, MeterRegistry registry) {
        OllamaServer server = server(settings);
        OllamaChat chat = new OllamaChat(OllamaChat.model(server, settings), settings);
        DeployedModels models = new DeployedModels(new OllamaCatalog(server, settings), chat, settings);
        return new OllamaDoor(models, chat, Leases.unlimited(), settings, registry);
    }
}
