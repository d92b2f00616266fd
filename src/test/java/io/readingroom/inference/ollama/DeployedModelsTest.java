package io.readingroom.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceException.Misconfigured;
import io.readingroom.inference.ModelCard;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.Prompt;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeployedModelsTest {

    private final ScriptedOllama server = ScriptedOllama.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_card_says_what_the_server_says() throws Exception {
        ModelCard card = Doors.to(server).card();

        assertThat(card.engine()).isEqualTo("ollama");
        assertThat(card.engineVersion()).isEqualTo("0.32.15");
        assertThat(card.model()).isEqualTo(ScriptedOllama.MODEL);
        assertThat(card.digest()).isEqualTo("sha256:" + "5c".repeat(32));
        assertThat(card.contextTokens()).isEqualTo(16384);
        assertThat(card.counter().exact()).isFalse();
    }

    @Test
    void the_context_is_never_above_what_is_trained_or_reliable() throws Exception {
        assertThat(context(Map.of("context-tokens", "131072"))).isEqualTo(32768);
        assertThat(context(Map.of("context-tokens", "131072", "reliable-context", "20000")))
                .isEqualTo(20000);
    }

    @Test
    void the_context_is_never_above_what_the_server_has_allocated() throws Exception {
        server.allocating(4096);

        assertThat(context(Map.of())).isEqualTo(4096);
    }

    @Test
    void refuses_a_model_that_runs_elsewhere() {
        ObjectNode remote = ScriptedOllama.JSON.createObjectNode().put("remote_host", "https://elsewhere.example");
        server.showing(remote);
        assertRefused(Doors.to(server), "model-remote");

        assertRefused(Doors.to(server.baseUrl(), "gemma4:31b-cloud", Map.of()), "model-remote");
        assertRefused(Doors.to(server.baseUrl(), "gemma4:cloud", Map.of()), "model-remote");
        assertThat(server.chats()).isEmpty();
    }

    @Test
    void says_which_part_of_the_configuration_is_wrong() {
        assertRefused(Doors.to(server.baseUrl(), "absent:1b", Map.of()), "model-missing");
        assertThatThrownBy(() -> Doors.to(URI.create("ftp://localhost"), "any", Map.of()))
                .hasMessage("base-url-invalid");
        assertThatThrownBy(() -> Doors.door(Doors.settings(Map.of()))).hasMessage("base-url-missing");
    }

    @Test
    void notices_that_the_model_was_exchanged() throws Exception {
        ModelDoor door = Doors.to(server, Map.of("refresh", "PT0S"));
        String before = door.card().digest();
        server.listing(ScriptedOllama.JSON
                .createObjectNode()
                .put("name", ScriptedOllama.MODEL)
                .put("digest", "77".repeat(32)));

        assertThat(door.card().digest()).isNotEqualTo(before).isEqualTo("sha256:" + "77".repeat(32));
    }

    @Test
    void remembers_the_model_while_the_server_is_away() throws Exception {
        ModelDoor door = Doors.to(server, Map.of("refresh", "PT0S"));
        ModelCard before = door.card();
        server.close();

        assertThat(door.card()).isEqualTo(before);
    }

    @Test
    void the_cost_of_a_prompt_includes_the_template() throws Exception {
        ModelDoor door = Doors.to(server);
        Prompt prompt = OllamaDoorTest.prompt("A text of some words.", null, 8, 0);

        assertThat(door.cost(prompt))
                .isEqualTo(10 + door.card().counter().count("A text of some words.\n\nWhat is the term?"));
    }

    @Test
    void an_estimate_learns_from_what_the_server_counted() throws Exception {
        server.counting(message -> message.length() * 3);
        ModelDoor door = Doors.to(server);
        Prompt prompt = OllamaDoorTest.prompt("漢".repeat(500), null, 8, 0);
        int counted = OllamaDoorTest.ask(door, prompt).promptTokens();

        assertThat(door.cost(prompt)).isGreaterThanOrEqualTo(counted);
    }

    @Test
    void an_estimate_learns_from_a_refusal() throws Exception {
        server.counting(message -> message.length() * 20);
        ModelDoor door = Doors.to(server);
        Prompt prompt = OllamaDoorTest.prompt("word ".repeat(300), null, 8, 0);

        assertThatThrownBy(() -> OllamaDoorTest.ask(door, prompt))
                .isInstanceOfSatisfying(
                        InferenceException.TooLong.class,
                        refusal -> assertThat(refusal.promptTokens()).isGreaterThan(16384));
        assertThat(door.cost(prompt)).isGreaterThan(16384);
    }

    private int context(Map<String, String> settings) throws InterruptedException {
        return Doors.to(server, settings).card().contextTokens();
    }

    private static void assertRefused(ModelDoor door, String code) {
        assertThatThrownBy(door::card).isInstanceOf(Misconfigured.class).hasMessage(code);
    }
}
