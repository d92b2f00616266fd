package io.readingroom.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceException.Unavailable;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.ModelSession;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorMetersTest {

    private final ScriptedOllama server = ScriptedOllama.start();
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_answer_counts_with_its_time_and_its_tokens() throws Exception {
        server.answering(chat -> ScriptedReply.answer("positive").withPromptTokens(321));

        OllamaDoorTest.ask(door(Map.of()), OllamaDoorTest.prompt("Fine.", null, 8, 0));

        assertThat(calls("answered")).isEqualTo(1);
        assertThat(registry.get("reading_room.inference.latency").timer().count())
                .isEqualTo(1);
        assertThat(registry.get("reading_room.inference.wait").timer().count()).isEqualTo(1);
        assertThat(tokens("prompt")).isEqualTo(321);
        assertThat(tokens("output")).isEqualTo(2);
    }

    @Test
    void the_tokens_of_an_answer_that_was_cut_count_too() {
        server.answering(chat -> ScriptedReply.cut("positive").withPromptTokens(321));

        assertThatThrownBy(() -> ask(door(Map.of()))).isInstanceOf(InferenceException.Cut.class);

        assertThat(calls("answer-cut")).isEqualTo(1);
        assertThat(calls("answered")).isZero();
        assertThat(tokens("prompt")).isEqualTo(321);
        assertThat(tokens("output")).isEqualTo(2);
    }

    @Test
    void a_failing_server_shows_in_outcomes_retries_and_the_circuit() throws Exception {
        ModelDoor door = door(Map.of("breaker-failures", "2", "breaker-pause", "PT0S"));
        server.answering(chat -> ScriptedReply.error(503, "busy"));
        for (int i = 0; i < 2; i++) {
            assertThat(gauge("circuit.open")).isZero();
            assertThatThrownBy(() -> ask(door)).isInstanceOf(Unavailable.class);
        }

        assertThat(calls("server-busy")).isEqualTo(2);
        assertThat(registry.get("reading_room.inference.retries").counter().count())
                .isEqualTo(4);
        assertThat(gauge("circuit.open")).isEqualTo(1);

        server.answering(chat -> ScriptedReply.answer("fine"));
        ask(door);
        assertThat(gauge("circuit.open")).isZero();
    }

    @Test
    void permits_that_are_held_and_callers_that_are_turned_away_show() throws Exception {
        ModelDoor door = door(Map.of("permits", "2", "queue", "0"));
        assertThat(gauge("permits.limit")).isEqualTo(2);
        try (ModelSession one = door.open();
                ModelSession other = door.open()) {
            assertThat(one).isNotSameAs(other);
            assertThat(gauge("permits.held")).isEqualTo(2);
            assertThat(gauge("waiting")).isZero();
            assertThatThrownBy(door::open).hasMessage("queue-full");
        }
        assertThat(calls("queue-full")).isEqualTo(1);
        assertThat(gauge("permits.held")).isZero();
    }

    private ModelDoor door(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "base-url", server.baseUrl().toString(), "model", ScriptedOllama.MODEL, "retry-delay", "PT0.01S"));
        all.putAll(settings);
        return Doors.door(Doors.settings(all), registry);
    }

    private static void ask(ModelDoor door) throws InterruptedException {
        OllamaDoorTest.ask(door, OllamaDoorTest.prompt("Fine.", null, 8, 0));
    }

    private long calls(String outcome) {
        return registry.get("reading_room.inference.calls")
                .tag("outcome", outcome)
                .tag("model", ScriptedOllama.MODEL)
                .timer()
                .count();
    }

    private double tokens(String kind) {
        return registry.get("reading_room.inference." + kind + ".tokens")
                .summary()
                .totalAmount();
    }

    private double gauge(String name) {
        return registry.get("reading_room.inference." + name).gauge().value();
    }
}
