package io.readingroom.privacy;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.audit.Pseudonyms;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.KeyedDigest;
import io.readingroom.document.RefusedException;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is kept of content beside its ciphertext.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class DigestsIT {

    private static final byte[] WORDS = "The fee is 12,500 dollars.".getBytes(UTF_8);

    @Inject
    Database database;

    @Inject
    DocumentKeys keys;

    @Inject
    Pseudonyms pseudonyms;

    @Test
    void a_digest_is_the_same_for_the_document_and_purpose_alone() {
        DocumentId one = submit();
        KeyedDigest digest = keys.digest(one, "text", WORDS);
        assertThat(keys.digest(one, "text", WORDS)).isEqualTo(digest);
        assertThat(keys.digest(one, "note", WORDS)).isNotEqualTo(digest);
        assertThat(keys.digest(submit(), "text", WORDS)).isNotEqualTo(digest);
        assertThat(digest.hex()).isNotEqualTo(ContentDigest.of(WORDS).hex());
    }

    @Test
    void nobody_makes_it_again_once_the_document_is_erased() {
        DocumentId document = submit();
        given().delete("/v1/documents/" + document).then().statusCode(204);
        assertThatThrownBy(() -> keys.digest(document, "text", WORDS))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PrivacyRefusal.ERASED));
    }

    @Test
    void no_column_and_no_event_holds_the_digest_that_anybody_can_make() {
        DocumentId document = submit();
        String plain = ContentDigest.of(WORDS).hex();
        assertThat(count("submission where id = '" + document + "' and digest is not null"))
                .isOne();
        assertThat(count("submission where encode(digest, 'hex') = '" + plain + "'"))
                .isZero();
        assertThat(count("audit_recorded where position('" + plain + "' in convert_from(body, 'UTF8')) > 0"))
                .isZero();
    }

    @Test
    void an_actor_has_another_pseudonym_in_another_tenant() {
        assertThat(pseudonyms.of("one", "jane")).isEqualTo(pseudonyms.of("one", "jane"));
        assertThat(pseudonyms.of("one", "jane"))
                .isNotEqualTo(pseudonyms.of("other", "jane"))
                .isNotEqualTo(pseudonyms.of("one", "joe"));
        assertThat(count("digest_key where purpose in ('actor/one', 'actor/other')"))
                .isEqualTo(2);
    }

    private static DocumentId submit() {
        String id = given().multiPart("file", "a.txt", WORDS)
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return new DocumentId(UUID.fromString(id));
    }

    private long count(String rows) {
        return database.number("select count(*) from " + rows);
    }
}
