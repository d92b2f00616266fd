package io.readingroom.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.inference.InferenceSettings;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelServerHealthTest {

    private final ScriptedOllama server = ScriptedOllama.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void is_ready_when_the_model_is_there() {
        HealthCheckResponse response = check(server.baseUrl(), ScriptedOllama.MODEL, "ollama");

        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(response.getData().orElseThrow()).containsEntry("digest", "sha256:" + "5c".repeat(32));
    }

    @Test
    void says_in_one_word_what_is_wrong() {
        assertThat(reason(server.baseUrl(), "absent")).isEqualTo("model-missing");
        assertThat(reason(server.baseUrl(), "far:cloud")).isEqualTo("model-remote");
        server.close();
        assertThat(reason(server.baseUrl(), ScriptedOllama.MODEL)).isEqualTo("server-down");
    }

    @Test
    void an_engine_without_a_server_is_always_ready() {
        server.close();

        assertThat(check(server.baseUrl(), "any", "extractive").getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_service_that_needs_a_server_and_has_no_address_does_not_start() {
        assertThatThrownBy(() -> new AddressRequired(Doors.settings(Map.of()), "ollama").check())
                .hasMessageContaining("reading-room.inference.base-url");
        assertThatCode(() -> new AddressRequired(Doors.settings(Map.of()), "extractive").check())
                .doesNotThrowAnyException();
    }

    private static String reason(URI base, String model) {
        HealthCheckResponse response = check(base, model, "ollama");
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        return String.valueOf(response.getData().orElseThrow().get("reason"));
    }

    private static HealthCheckResponse check(URI base, String model, String engine) {
        InferenceSettings settings = Doors.settings(Map.of("base-url", base.toString(), "model", model));
        return new ModelServerHealth(new OllamaCatalog(Doors.server(settings), settings), engine).call();
    }
}
