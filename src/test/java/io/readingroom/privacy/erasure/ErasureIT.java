package io.readingroom.privacy.erasure;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.DocumentKeys;
import io.readingroom.privacy.PrivacyRefusal;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class ErasureIT {

    @Inject
    Database database;

    @Inject
    DocumentKeys keys;

    @Nested
    class As_an_officer {

        @Test
        void an_erased_document_can_be_opened_by_nobody() {
            String id = submit();
            DocumentId document = new DocumentId(UUID.fromString(id));
            byte[] sealed = keys.seal(document, "note", "words".getBytes(UTF_8));
            assertThat(keys.open(document, "note", sealed)).isEqualTo("words".getBytes(UTF_8));
            assertThat(keys.erased(document)).isFalse();

            given().delete("/v1/documents/" + id).then().statusCode(204);

            assertThat(keys.erased(document)).isTrue();
            assertErased(() -> keys.open(document, "note", sealed));
            assertErased(() -> keys.seal(document, "note", new byte[0]));
            assertThat(count("document_key where wrapped_key is null and destroyed_at is not null and document", id))
                    .isOne();
            assertThat(count("submission_segment where document", id)).isZero();
            assertThat(count("submission where digest is null and source_id is null and id", id))
                    .isOne();
            given().queryParam("document", id)
                    .queryParam("code", "document.erased")
                    .get("/v1/audit/events")
                    .then()
                    .body("events.size()", equalTo(1));
        }

        @Test
        void erasing_again_changes_nothing() {
            String id = submit();
            given().delete("/v1/documents/" + id).then().statusCode(204);
            given().delete("/v1/documents/" + id).then().statusCode(204);
            assertThat(count("audit_recorded where code = 'document.erased' and document", id))
                    .isOne();
        }

        @Test
        void there_is_nothing_to_erase_where_there_is_no_document() {
            for (String id : new String[] {UUID.randomUUID().toString(), "no-identity"}) {
                given().delete("/v1/documents/" + id)
                        .then()
                        .statusCode(404)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:reading-room:problem:unknown-document"));
            }
        }

        @Test
        void another_tenants_document_is_unknown() throws Exception {
            String id = submit();
            database.run("update document_key set tenant = 'other' where document = '" + id + "'");
            given().delete("/v1/documents/" + id).then().statusCode(404);
            assertThat(count("document_key where wrapped_key is not null and document", id))
                    .isOne();
        }
    }

    private static void assertErased(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PrivacyRefusal.ERASED));
    }

    private static String submit() {
        return given().multiPart("file", "a.txt", "Some words.".getBytes(UTF_8))
                .post("/v1/documents")
                .path("id");
    }

    private long count(String rows, String id) {
        return database.number("select count(*) from " + rows + " = '" + id + "'");
    }
}
