package io.readingroom.privacy.rotation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.DocumentKeys;
import io.readingroom.privacy.SigningKeys;
import io.readingroom.privacy.crypto.RandomBytes;
import io.readingroom.privacy.erasure.Upload;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import io.readingroom.privacy.keys.KeyRefusal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(RotationIT.OwnKey.class)
class RotationIT {

    private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

    /// A key of its own, which a test replaces.
    public static final class OwnKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "reading-room.privacy.kek.file", RotationIT.newFile().toString(),
                    // By hand, so that nobody else sweeps meanwhile.
                    "reading-room.privacy.kek.rewrap-every", "PT24H",
                    "reading-room.privacy.kek.rewrap-batch", "3");
        }
    }

    @Inject
    Database database;

    @Inject
    DocumentKeys keys;

    @Inject
    SigningKeys signatures;

    @Inject
    KeyEncryptionKey kek;

    @Inject
    Rewrapping rewrapping;

    private Path file = Path.of("");
    private String old = "";

    @BeforeEach
    void rememberOldKey() throws IOException {
        file = ConfigProvider.getConfig().getValue("reading-room.privacy.kek.file", Path.class);
        old = Files.readString(file).strip().split("\n", -1)[0];
    }

    @Test
    void all_keys_are_wrapped_anew_while_documents_are_read_and_taken_in() throws Exception {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            documents.add(Upload.with(Map.of("subject", "client-" + i)));
        }
        byte[] signature = signatures.sign("rotation", "words".getBytes(UTF_8));
        byte[] sealed = keys.seal(id(documents.getFirst()), "note", "words".getBytes(UTF_8));
        String before = kek.id();
        String another = key();
        Files.writeString(file, another + "\n" + old);
        kek.refresh();
        assertThat(outdated()).isGreaterThanOrEqualTo(10 + 2);

        sweepWhileWorkingOn(documents);

        assertThat(outdated()).isZero();
        assertThat(kek.id()).isNotEqualTo(before);
        assertAllWrappedByTheNewest();

        Files.writeString(file, another);
        kek.refresh();
        assertThat(keys.open(id(documents.getFirst()), "note", sealed)).isEqualTo("words".getBytes(UTF_8));
        assertThat(signatures.sign("rotation", "words".getBytes(UTF_8))).isEqualTo(signature);
        given().delete("/v1/documents/" + documents.getFirst()).then().statusCode(204);
        given().get("/v1/documents/" + documents.getFirst() + "/erasure").then().body("receipt.kek", equalTo(kek.id()));
    }

    /// Documents are sealed, opened and taken in the whole time.
    private void sweepWhileWorkingOn(List<String> documents) {
        AtomicBoolean rotating = new AtomicBoolean(true);
        AtomicInteger worked = new AtomicInteger();
        CompletableFuture<Void> work = CompletableFuture.runAsync(
                () -> {
                    while (rotating.get() || worked.get() < 5) {
                        for (String document : documents) {
                            assertThat(keys.open(id(document), "note", keys.seal(id(document), "note", new byte[3])))
                                    .hasSize(3);
                        }
                        Upload.with(Map.of());
                        worked.incrementAndGet();
                    }
                },
                THREADS);
        rewrapping.sweep();
        rotating.set(false);
        work.join();
    }

    private void assertAllWrappedByTheNewest() {
        for (String table : List.of("document_key", "digest_key", "signing_key")) {
            assertThat(count(table + " where wrapped_key is not null and kek_id <> '" + kek.id() + "'"))
                    .as(table)
                    .isZero();
        }
        int rewrapped = given().queryParam("code", "keys.rewrapped")
                .get("/v1/audit/events")
                .path("events.findAll { it.detail.kind == 'documents' && it.detail.kek == '" + kek.id()
                        + "' }.detail.keys.sum()");
        assertThat(rewrapped).isGreaterThanOrEqualTo(10);
    }

    @Test
    void a_replica_without_the_key_says_so_and_goes_on_when_it_has_it() throws Exception {
        String document = Upload.with(Map.of());
        String name = kek.id();
        Files.writeString(file, key());
        kek.refresh();
        assertThatThrownBy(() -> keys.seal(id(document), "note", new byte[1]))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(KeyRefusal.UNAVAILABLE));
        assertThat(kek.outdated(name)).isFalse();
        rewrapping.sweep();
        assertThat(count("document_key where document = '" + document + "' and kek_id = '" + name + "'"))
                .isOne();
        Files.writeString(file, Files.readString(file).strip() + "\n" + old);
        rewrapping.sweep();
        assertThat(count("document_key where document = '" + document + "' and kek_id = '" + kek.id() + "'"))
                .isOne();
    }

    @Test
    void a_key_that_is_damaged_keeps_no_other_from_being_wrapped_anew() throws Exception {
        String damaged = Upload.with(Map.of());
        String sound = Upload.with(Map.of());
        database.run("update document_key set wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1)"
                + " where document = '" + damaged + "'");
        Files.writeString(file, key() + "\n" + old);
        rewrapping.sweep();
        assertThat(count("document_key where document = '" + sound + "' and kek_id = '" + kek.id() + "'"))
                .isOne();
        assertThat(outdated()).isOne();
        // Erasing takes no key.
        given().delete("/v1/documents/" + damaged).then().statusCode(204);
        assertThat(outdated()).isZero();
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("rotation", ".kek");
            file.toFile().deleteOnExit();
            return Files.writeString(file, key());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String key() {
        return HexFormat.of().formatHex(RandomBytes.of(32));
    }

    private static DocumentId id(String document) {
        return new DocumentId(UUID.fromString(document));
    }

    private static int outdated() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("reading_room_privacy_keys_outdated"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private long count(String rows) {
        return database.number("select count(*) from " + rows);
    }
}
