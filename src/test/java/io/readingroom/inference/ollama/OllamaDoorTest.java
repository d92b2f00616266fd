package io.readingroom.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.readingroom.document.ProtectedText;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceException.Cut;
import io.readingroom.inference.InferenceException.Misconfigured;
import io.readingroom.inference.InferenceException.TooLong;
import io.readingroom.inference.InferenceException.Unavailable;
import io.readingroom.inference.InferenceException.Useless;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.ModelSession;
import io.readingroom.inference.Prompt;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OllamaDoorTest {

    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"term\":{\"type\":\"string\"}},\"required\":[\"term\"]}";

    private final ScriptedOllama server = ScriptedOllama.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sends_the_text_first_and_every_parameter_by_its_name() throws Exception {
        server.answering(chat -> ScriptedReply.answer("{\"term\":\"two years\"}"));

        Answer answer = ask(Doors.to(server), prompt("A contract.\n", SCHEMA, 64, 5));

        assertThat(answer.content().reveal()).isEqualTo("{\"term\":\"two years\"}");
        JsonNode body = server.chats().getFirst();
        assertThat(body.path("messages")).hasSize(1);
        assertThat(body.at("/messages/0/content").asText()).isEqualTo("A contract.\n\n\nWhat is the term?");
        assertThat(body.path("truncate").asBoolean(true)).isFalse();
        assertThat(body.path("shift").asBoolean(true)).isFalse();
        assertThat(body.path("think").asBoolean(true)).isFalse();
        assertThat(body.path("stream").asBoolean(true)).isFalse();
        assertThat(body.path("logprobs").asBoolean()).isTrue();
        assertThat(body.path("top_logprobs").asInt()).isEqualTo(5);
        assertThat(body.path("keep_alive").asInt()).isEqualTo(1800);
        assertThat(body.path("format")).isEqualTo(ScriptedOllama.JSON.readTree(SCHEMA));
        JsonNode options = body.path("options");
        assertThat(options.path("num_ctx").asInt()).isEqualTo(16384);
        assertThat(options.path("num_predict").asInt()).isEqualTo(64);
        assertThat(options.path("temperature").asDouble(1)).isZero();
        assertThat(options.path("seed").asInt()).isEqualTo(1);
        assertThat(options.path("repeat_penalty").asDouble()).isEqualTo(1.0);
    }

    @Test
    void returns_what_the_server_counted() throws Exception {
        server.answering(chat -> ScriptedReply.answer("positive")
                .withPromptTokens(321)
                .withLogprobs(Map.of("positive", -0.1, "negative", -2.5)));

        Answer answer = ask(Doors.to(server), prompt("Fine.", null, 8, 20));

        assertThat(answer.promptTokens()).isEqualTo(321);
        assertThat(answer.outputTokens()).isEqualTo(2);
        assertThat(answer.prefill()).hasMillis(321);
        assertThat(answer.firstToken()).containsEntry("positive", -0.1).containsEntry("negative", -2.5);
    }

    @Test
    void hands_over_the_beginning_of_an_answer_that_was_cut() {
        server.answering(chat -> ScriptedReply.cut("{\"term\":\"two"));

        Cut cut = failure(Cut.class, SCHEMA);

        assertThat(cut.partial().content().reveal()).isEqualTo("{\"term\":\"two");
        assertThat(cut.code()).isEqualTo("answer-cut");
    }

    @Test
    void takes_no_answer_that_repeats_itself_or_is_empty_or_breaks_its_schema() {
        server.answering(chat -> ScriptedReply.repeated("so so so so"));
        assertThat(failure(Useless.class, null).code()).isEqualTo("answer-repeats");

        server.answering(chat -> ScriptedReply.answer(" \n"));
        assertThat(failure(Useless.class, null).code()).isEqualTo("answer-empty");

        server.answering(chat -> ScriptedReply.answer("The term is two years."));
        assertThat(failure(Useless.class, SCHEMA).code()).isEqualTo("answer-invalid");
    }

    @Test
    void tells_the_true_count_of_a_prompt_that_the_server_refused() {
        server.answering(chat -> ScriptedReply.tooLong(70_001, 16_384));

        assertThat(failure(TooLong.class, null).promptTokens()).isEqualTo(70_001);
    }

    @Test
    void does_not_send_a_prompt_that_cannot_fit_with_its_answer() {
        ModelDoor door = Doors.to(server, Map.of("context-tokens", "512"));

        assertThatThrownBy(() -> ask(door, prompt("x".repeat(100), null, 512, 0)))
                .isInstanceOf(TooLong.class);
        assertThat(server.chats()).isEmpty();
    }

    @Test
    void names_what_only_an_operator_can_mend() {
        server.answering(chat -> ScriptedReply.error(404, "model not found"));
        assertThat(failure(Misconfigured.class, null).code()).isEqualTo("model-missing");

        server.answering(chat -> ScriptedReply.error(403, "cloud is disabled"));
        assertThat(failure(Misconfigured.class, null).code()).isEqualTo("request-refused");

        server.answering(chat -> ScriptedReply.error(400, "invalid format"));
        assertThat(failure(Misconfigured.class, null).code()).isEqualTo("request-refused");
    }

    @Test
    void tries_a_busy_server_again_until_it_answers() throws Exception {
        server.answering(chat -> server.chats().size() < 3
                ? ScriptedReply.error(503, "server busy")
                : ScriptedReply.answer("two years"));

        assertThat(ask(Doors.to(server), prompt("Text.", null, 8, 0)).content().reveal())
                .isEqualTo("two years");
        assertThat(server.chats()).hasSize(3);
    }

    @Test
    void stops_trying_a_server_that_stays_busy() {
        server.answering(chat -> ScriptedReply.error(503, "server busy"));

        assertThat(failure(Unavailable.class, null).code()).isEqualTo("server-busy");
        assertThat(server.chats()).hasSize(3);
    }

    @Test
    void does_not_repeat_a_call_that_timed_out_and_stops_the_server() throws Exception {
        server.answering(chat -> ScriptedReply.endless());
        ModelDoor door = Doors.to(server, Map.of("answer-timeout", "PT0.3S"));

        assertThatThrownBy(() -> ask(door, prompt("Text.", null, 8, 0)))
                .isInstanceOf(Unavailable.class)
                .hasMessage("server-timed-out");
        assertThat(server.sawAbort()).isTrue();
        assertThat(server.chats()).hasSize(1);
    }

    @Test
    void does_not_repeat_a_call_that_the_server_dropped_or_failed() {
        server.answering(chat -> ScriptedReply.dropped());
        assertThat(failure(Unavailable.class, null).code()).isEqualTo("server-failed");

        server.answering(chat -> ScriptedReply.error(500, "runner has stopped"));
        assertThat(failure(Unavailable.class, null).code()).isEqualTo("server-failed");

        server.answering(chat -> new ScriptedReply.Raw(200, "<html>a proxy</html>"));
        assertThat(failure(Unavailable.class, null).code()).isEqualTo("server-failed");

        server.answering(chat -> new ScriptedReply.Raw(
                200,
                "{\"message\":{\"role\":\"Winterbourne\",\"content\":\"x\"},\"done\":true,\"done_reason\":\"stop\"}"));
        assertThat(failure(Unavailable.class, null).code()).isEqualTo("server-failed");
        assertThat(server.chats()).hasSize(4);
    }

    @Test
    void says_that_the_server_is_down() {
        ModelDoor door = Doors.to(server);
        server.close();

        assertThatThrownBy(door::card).isInstanceOf(Unavailable.class).hasMessage("server-down");
    }

    @Test
    void an_interrupt_closes_the_connection() throws Exception {
        server.answering(chat -> ScriptedReply.endless());
        ModelDoor door = Doors.to(server);
        door.card();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                ask(door, prompt("Text.", null, 8, 0));
            } catch (Exception e) {
                end.set(e);
            }
        });
        while (server.chats().isEmpty()) {
            Thread.onSpinWait();
        }

        caller.interrupt();

        assertThat(server.sawAbort()).isTrue();
        caller.join();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        server.answering(chat -> ScriptedReply.answer("free again"));
        assertThat(ask(door, prompt("Text.", null, 8, 0)).content().reveal()).isEqualTo("free again");
    }

    private <T extends InferenceException> T failure(Class<T> type, @Nullable String schema) {
        String secret = "Winterbourne";
        T failure = catchThrowableOfType(
                type, () -> ask(Doors.to(server), prompt("The party is " + secret, schema, 32, 0)));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause)).doesNotContain(secret).doesNotContain("two years");
        }
        return failure;
    }

    static Answer ask(ModelDoor door, Prompt prompt) throws InterruptedException {
        try (ModelSession session = door.open()) {
            return session.ask(prompt);
        }
    }

    /// The answer, or its beginning when `partial` suffices and it was cut.
    static Answer ask(ModelDoor door, Prompt prompt, boolean partial) throws InterruptedException {
        try {
            return ask(door, prompt);
        } catch (Cut e) {
            if (partial) {
                return e.partial();
            }
            throw e;
        }
    }

    static Prompt prompt(String text, @Nullable String schema, int maxOutputTokens, int alternatives) {
        return new Prompt(ProtectedText.of(text), "What is the term?", schema, maxOutputTokens, alternatives);
    }
}
