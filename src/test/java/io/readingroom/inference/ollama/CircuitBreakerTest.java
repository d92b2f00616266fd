package io.readingroom.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.inference.InferenceException.Unavailable;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.traffic.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(30), () -> now);

    @Test
    void opens_after_failures_in_a_row_and_says_why() {
        breaker.failed("server-busy");
        assertThatCode(breaker::pass).doesNotThrowAnyException();
        breaker.failed("server-timed-out");

        assertThatThrownBy(breaker::pass).isInstanceOf(Unavailable.class).hasMessage("server-timed-out");
    }

    @Test
    void a_success_between_failures_keeps_it_closed() {
        breaker.failed("server-busy");
        breaker.worked();
        breaker.failed("server-busy");

        assertThatCode(breaker::pass).doesNotThrowAnyException();
    }

    @Test
    void lets_one_trial_through_after_the_pause_and_closes_when_it_works() {
        breaker.failed("server-down");
        breaker.failed("server-down");
        now = now.plusSeconds(30);

        assertThatCode(breaker::pass).doesNotThrowAnyException();
        assertThatThrownBy(breaker::pass).isInstanceOf(Unavailable.class);
        breaker.worked();
        assertThatCode(breaker::pass).doesNotThrowAnyException();
    }

    @Test
    void a_failing_server_is_left_alone() {
        try (ScriptedOllama server = ScriptedOllama.start()) {
            server.answering(chat -> ScriptedReply.error(500, "runner has stopped"));
            ModelDoor door = Doors.to(server);
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> OllamaDoorTest.ask(door, OllamaDoorTest.prompt("Text.", null, 8, 0)))
                        .isInstanceOf(Unavailable.class)
                        .hasMessage("server-failed");
            }
            assertThat(server.chats()).hasSize(5);
        }
    }

    @Test
    void answers_that_are_no_use_do_not_open_it() {
        try (ScriptedOllama server = ScriptedOllama.start()) {
            server.answering(chat -> ScriptedReply.answer(""));
            ModelDoor door = Doors.to(server, Map.of("breaker-failures", "1"));
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> OllamaDoorTest.ask(door, OllamaDoorTest.prompt("Text.", null, 8, 0)))
                        .hasMessage("answer-empty");
            }
            assertThat(server.chats()).hasSize(3);
        }
    }
}
