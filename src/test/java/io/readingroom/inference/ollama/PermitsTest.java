package io.readingroom.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException.Unavailable;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.ModelSession;
import io.readingroom.inference.traffic.Permits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PermitsTest {

    @Test
    void the_server_never_works_on_more_prompts_than_there_are_permits() throws Exception {
        try (ScriptedOllama server = ScriptedOllama.start();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            server.answering(chat -> ScriptedReply.answer("fine"));
            ModelDoor door = Doors.to(server, Map.of("permits", "2"));
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                calls.add(() -> OllamaDoorTest.ask(door, OllamaDoorTest.prompt("Text.", null, 8, 0)));
            }

            for (Future<Answer> call : callers.invokeAll(calls)) {
                assertThat(call.get().content().reveal()).isEqualTo("fine");
            }

            assertThat(server.chats()).hasSize(30);
            assertThat(server.mostAtOnce()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void one_caller_more_than_may_wait_is_refused_at_once() throws Exception {
        Permits permits = new Permits(1, 1, Duration.ofMinutes(1));
        permits.acquire();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                permits.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (permits.waiting() < 1) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(permits::acquire).isInstanceOf(Unavailable.class).hasMessage("queue-full");

        permits.release();
        waiting.join();
        assertThat(permits.waiting()).isZero();
        assertThat(permits.free()).isZero();
    }

    @Test
    void a_turn_that_does_not_come_in_time_is_a_refusal() throws Exception {
        Permits permits = new Permits(1, 5, Duration.ofMillis(10));
        permits.acquire();

        assertThatThrownBy(permits::acquire).isInstanceOf(Unavailable.class).hasMessage("queue-full");
        assertThat(permits.waiting()).isZero();
    }

    @Test
    void a_session_gives_its_permit_back_once() throws Exception {
        try (ScriptedOllama server = ScriptedOllama.start()) {
            ModelDoor door = Doors.to(server, Map.of("queue", "0"));
            ModelSession session = door.open();
            session.close();
            session.close();

            try (ModelSession second = door.open()) {
                assertThatThrownBy(door::open).hasMessage("queue-full");
                assertThatThrownBy(() -> session.ask(OllamaDoorTest.prompt("Text.", null, 8, 0)))
                        .isInstanceOf(IllegalStateException.class);
                assertThat(second).isNotNull();
            }
        }
    }
}
