package io.readingroom.inference.ollama;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.langchain4j.model.chat.ChatModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.inference.Answer;
import io.readingroom.inference.ModelDoor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@QuarkusTestResource(ScriptedModel.class)
class ModelDoorIT {

    @Inject
    ModelDoor door;

    @Inject
    ChatModel model;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedOllama server;

    @Test
    void the_service_asks_through_its_own_door() throws Exception {
        server.answering(chat -> ScriptedReply.answer("{\"term\":\"two years\"}"));

        Answer answer = OllamaDoorTest.ask(
                door, OllamaDoorTest.prompt("A contract for two years.", "{\"type\":\"object\"}", 32, 0));

        assertThat(answer.content().reveal()).isEqualTo("{\"term\":\"two years\"}");
        assertThat(server.chats().getLast().path("truncate").asBoolean(true)).isFalse();
    }

    @Test
    void the_model_that_anyone_else_is_given_is_the_guarded_one() {
        server.answering(chat -> ScriptedReply.answer("fine"));

        assertThat(model.chat("A question.")).isEqualTo("fine");
        assertThat(server.chats().getLast().path("truncate").asBoolean(true)).isFalse();
    }

    @Test
    void the_probe_and_the_metrics_tell_of_the_door() throws Exception {
        server.answering(chat -> ScriptedReply.answer("fine"));
        OllamaDoorTest.ask(door, OllamaDoorTest.prompt("Text.", null, 8, 0));

        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'model-server' }.data.engine", equalTo("ollama"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("reading_room_inference_calls"));
    }
}
