package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.LogRecorder;
import io.readingroom.Patience;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A phrase that a document held is looked for in all that the service and its database have written:
/// sealed, it is nowhere while the document is kept, and nowhere once it is erased.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(ScriptedHouse.class)
class ErasedPhraseIT {

    /// The clock of a file system is coarser than ours.
    private final FileTime start = FileTime.from(Instant.now().minusSeconds(2));

    private final String phrase = "phrase" + UUID.randomUUID().toString().replace("-", "");
    private final LogRecorder log = new LogRecorder();

    @Inject
    Database database;

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void a_phrase_is_nowhere_while_its_document_is_kept_and_nowhere_once_it_is_erased() throws Exception {
        String id = Desk.submit(("The " + phrase + " was agreed by the board. ").repeat(8));
        Desk.await(id, "completed");
        assertThat(given().get("/v1/documents/" + id + "/text").asString()).contains(phrase);
        assertThat(given().get("/v1/documents/" + id + "/analysis").statusCode())
                .isEqualTo(200);
        byte[] wrappedKey = bytes("select wrapped_key from document_key where document = '" + id + "'");
        assertNowhere();

        given().delete("/v1/documents/" + id).then().statusCode(204);

        given().get("/v1/documents/" + id + "/text").then().statusCode(410);
        assertNowhere();
        // What the guide says of backups is true of the write-ahead log: the wrapped key is still there.
        assertThat(Remains.inFiles(data(), start, List.of(wrappedKey))).isNotEmpty();
    }

    @Test
    void the_same_search_finds_what_is_planted() throws Exception {
        database.run("create table planted (words text, bytes bytea)");
        Path file = Files.createDirectories(workFolder()).resolve("planted");
        try {
            database.run("insert into planted values ('a " + phrase + "', '" + phrase + "')");
            assertThat(inTables()).contains("public.planted.words", "public.planted.bytes");
            assertThat(inData())
                    .anyMatch(found -> found.toString().contains("pg_wal"))
                    .anyMatch(found -> found.toString().contains("base"));
            database.run("delete from planted");
            assertThat(inTables()).isEmpty();
            assertThat(inData())
                    .as("a row that is deleted is still on the disk")
                    .isNotEmpty();

            Files.writeString(file, "a " + phrase);
            assertThat(inTemporaryFiles()).contains(file);
            Logger.getLogger("planted").infof("a %s", phrase);
            assertThat(log.lines()).anyMatch(line -> line.contains(phrase));
        } finally {
            Files.deleteIfExists(file);
            database.run("drop table planted");
        }
    }

    private void assertNowhere() throws SQLException {
        assertThat(inTables()).isEmpty();
        assertThat(inData()).isEmpty();
        // The framework deletes an upload when the answer has left, so a moment later than it arrives here.
        Patience.until("no temporary file holds it", () -> inTemporaryFiles().isEmpty());
        assertThat(log.lines()).noneMatch(line -> line.contains(phrase));
    }

    private List<String> inTables() throws SQLException {
        // So that the statistics, which hold frequent values, are of now.
        database.run("analyze");
        try (Connection connection = database.connection()) {
            return Remains.inTables(connection, phrase);
        }
    }

    /// The whole of PostgreSQL's folder, the write-ahead log and its temporary files among it.
    private Set<Path> inData() throws SQLException {
        database.run("checkpoint");
        return Remains.inFiles(data(), FileTime.fromMillis(0), Remains.encodings(phrase));
    }

    private Set<Path> inTemporaryFiles() {
        Set<Path> found = new TreeSet<>();
        for (Path folder : List.of(workFolder(), Path.of(System.getProperty("java.io.tmpdir")))) {
            found.addAll(Remains.inFiles(folder, start, Remains.encodings(phrase)));
        }
        return found;
    }

    private static Path workFolder() {
        return Path.of(ConfigProvider.getConfig().getValue("quarkus.http.body.uploads-directory", String.class));
    }

    private Path data() throws SQLException {
        return Path.of(new String(bytes("select convert_to(current_setting('data_directory'), 'UTF8')"), UTF_8));
    }

    private byte[] bytes(String query) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBytes(1);
        }
    }
}
