package io.readingroom.metrics;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.readingroom.Database;
import io.readingroom.Patience;
import io.readingroom.inference.ollama.ScriptedOllama;
import io.readingroom.inference.ollama.ScriptedReply;
import java.sql.SQLException;
import java.util.Map;

/// A day on which everything happens to a service once: it reads a document, fails at two, refuses one, is stopped at
/// one, and then a seal, a key and the register break.
final class EventfulDay {

    private static final String CONTRACT = "The Agreement is made between Alder Metals Inc. and Birch Castings LLC. "
            + "It was signed on May 20, 2014 and its fee is $12,500.";

    private final ScriptedOllama server;
    private final Database database;

    EventfulDay(ScriptedOllama server, Database database) {
        this.server = server;
        this.database = database;
    }

    /// Lives it, and answers what the service tells in the evening.
    String scrape() throws SQLException {
        server.answering(EventfulDay::reply);
        String read = upload("contract.txt", CONTRACT);
        await(read, "completed");
        await(upload("broken.pdf", "%PDF-1.7\nnothing follows\nstartxref\n0\n%%EOF\n"), "failed");
        await(upload("busy.txt", CONTRACT + " Everybody was busy."), "failed");
        given().multiPart("file", "film.mp4", new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2'})
                .post("/v1/documents")
                .then()
                .statusCode(415);
        cancelOneThatIsBeingRead();
        breakWhatIsKept(read);
        return metrics();
    }

    private void cancelOneThatIsBeingRead() {
        String id = upload("endless.txt", CONTRACT + " Nobody came back.");
        Patience.until(
                "it is being read",
                () -> server.chats().stream().anyMatch(chat -> chat.toString().contains("Nobody came back")));
        given().post("/v1/documents/" + id + "/cancel").then().statusCode(200);
        Patience.until(
                "its call is interrupted",
                () -> Scrape.of(metrics())
                                .sum("reading_room_inference_calls_seconds_count", Map.of("outcome", "interrupted"))
                        == 1);
    }

    private void breakWhatIsKept(String id) throws SQLException {
        String own = " where document = '" + id + "'";
        database.run("update kept_result set sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1)" + own
                + " and purpose = 'analysis'");
        given().get("/v1/documents/" + id + "/analysis").then().statusCode(500);
        database.run("update document_key set kek_id = 'another'" + own);
        given().get("/v1/documents/" + id + "/text").then().statusCode(503);
        database.run("alter table audit_pending rename to elsewhere");
        given().multiPart("file", "unheard.txt", CONTRACT.getBytes(UTF_8))
                .post("/v1/documents")
                .then()
                .statusCode(500);
        database.run("alter table elsewhere rename to audit_pending");
    }

    /// Facts that stand in the contract and one that does not; no word while everybody is busy, or stays away.
    private static ScriptedReply reply(ScriptedOllama.Chat chat) {
        if (chat.message().contains("Everybody was busy")) {
            return ScriptedReply.error(503, "busy");
        }
        if (chat.message().contains("Nobody came back")) {
            return ScriptedReply.endless();
        }
        if (chat.hasSchema()) {
            return ScriptedReply.answer("{\"organisation\":[\"Birch Castings LLC\",\"Cedar Holdings AG\"],"
                    + "\"date\":[\"May 20, 2014\",\"June 3, 2015\"]}");
        }
        return ScriptedReply.answer("It was signed on May 20, 2014 and its fee is $12,500.")
                .withLogprobs(Map.of("neutral", -0.1, "negative", -3.0));
    }

    private static String metrics() {
        return given().accept("text/plain").get("/q/metrics").asString();
    }

    private static String upload(String name, String content) {
        return given().multiPart("file", name, content.getBytes(UTF_8))
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void await(String id, String state) {
        Patience.until(
                state, () -> state.equals(given().get("/v1/documents/" + id).path("state")));
    }
}
