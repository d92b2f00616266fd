package io.readingroom.privacy.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.Patience;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class ErasureRaceIT {

    @Inject
    Database database;

    @Test
    void who_erases_and_who_reads_do_not_wait_for_each_other() throws Exception {
        String id = Upload.with(Map.of());
        String ofIt = " where document = '" + id + "'";
        Patience.until("the text is kept", () -> database.number("select count(*) from kept_result" + ofIt) > 0);
        database.run("insert into chunk_reading (document, span_start, span_end, origin, sealed) values ('" + id
                + "', 0, 11, 'some', '')");
        try (Connection reader = database.connection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select document from journey" + ofIt + " for update");
            CompletableFuture<Integer> erasure = CompletableFuture.supplyAsync(
                    () -> given().delete("/v1/documents/" + id).statusCode());
            Patience.until(
                    "the erasure waits", () -> database.number("select count(*) from pg_locks where not granted") > 0);
            statement.execute("update chunk_reading set sealed = sealed" + ofIt);
            statement.execute("update kept_result set sealed = sealed" + ofIt);
            reader.commit();
            reader.setAutoCommit(true);
            assertThat(erasure.get()).isEqualTo(204);
        }
        assertThat(database.number("select count(*) from kept_result" + ofIt)).isZero();
    }
}
