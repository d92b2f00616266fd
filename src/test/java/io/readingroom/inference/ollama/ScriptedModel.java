package io.readingroom.inference.ollama;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives every test that boots the service a [ScriptedOllama]: `@QuarkusTestResource(ScriptedModel.class)`, and a field
/// of that type to script it by.
public final class ScriptedModel implements QuarkusTestResourceLifecycleManager {

    private @Nullable ScriptedOllama server;

    @Override
    public Map<String, String> start() {
        ScriptedOllama started = ScriptedOllama.start();
        server = started;
        return Map.of(
                "reading-room.inference.base-url",
                started.baseUrl().toString(),
                "reading-room.inference.model",
                ScriptedOllama.MODEL);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(ScriptedOllama.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
