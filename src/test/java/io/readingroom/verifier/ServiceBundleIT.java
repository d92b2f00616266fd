package io.readingroom.verifier;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.tlog.LogProof;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the service gives out can be verified without it. The files stay for the second verifier.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(ServiceBundleIT.OwnRegister.class)
class ServiceBundleIT {

    /// A register of its own: another test has its go back in time.
    public static final class OwnRegister implements QuarkusTestProfile {}

    private static final Path FOLDER = Path.of("target/register-of-the-service");
    private static final Path BUNDLE = FOLDER.resolve("service.zip");
    private static final Path KEYS = FOLDER.resolve("service.vkey");
    private static final Path ANCHORED = FOLDER.resolve("anchored.note");

    @Inject
    Database database;

    @Inject
    AuditLog audit;

    @BeforeEach
    void record() throws IOException {
        Files.createDirectories(FOLDER);
        for (int i = 0; i < 300; i++) {
            audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        }
        fetch("/v1/audit/checkpoint", ANCHORED);
        for (int i = 0; i < 10; i++) {
            audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        }
        fetch("/v1/audit/keys", KEYS);
    }

    @Test
    void a_bundle_of_the_service_is_verified() throws Exception {
        database.run("insert into audit_pending (id, code, occurred_at, tenant, actor, outcome, body) values"
                + " (gen_random_uuid(), 'foreign', now(), 'elsewhere', 'a', 'succeeded', '{\"secret\":1}')");
        fetch("/v1/audit/bundle", BUNDLE);
        assertThat(verify("--anchored", ANCHORED.toString(), "--scope", "tenant default"))
                .startsWith("0 VERIFIED");
        assertThat(Members.of(Files.readAllBytes(BUNDLE)).orElseThrow().values())
                .noneMatch(member -> new String(member, ISO_8859_1).contains("secret"))
                .anyMatch(member -> new String(member, ISO_8859_1).contains("document.cancelled"));
        Files.copy(ANCHORED, FOLDER.resolve("service.note"), StandardCopyOption.REPLACE_EXISTING);
        for (int entry : new int[] {0, 77, 299}) {
            keepReceipt(entry);
        }
    }

    private static void keepReceipt(int index) throws IOException, InterruptedException {
        Path proof = FOLDER.resolve("service-" + index + ".tlog-proof");
        Path entry = FOLDER.resolve("service-" + index + ".entry");
        Path body = FOLDER.resolve("service-" + index + ".body");
        fetch("/v1/audit/events/" + index + "/proof", proof);
        fetch("/v1/audit/events/" + index + "/body", body);
        LogProof parsed = LogProof.parse(Files.readString(proof)).orElseThrow();
        Files.write(entry, Objects.requireNonNull(parsed.extra()));
        List<String> args =
                List.of("verify-receipt", proof.toString(), "--entry", entry.toString(), "--body", body.toString());
        assertThat(run(with(args, "--key", KEYS.toString()))).startsWith("0");
    }

    @Test
    void a_body_that_was_changed_in_the_database_is_named() throws Exception {
        String where = " where leaf_index = 123";
        String original = "select encode(body, 'hex') from audit_event" + where;
        database.run("create table kept_body as " + original);
        try {
            database.secretly("update audit_event set body = convert_to('{}', 'UTF8')" + where);
            fetch("/v1/audit/bundle", FOLDER.resolve("changed.zip"));
            assertThat(run(List.of("verify", FOLDER.resolve("changed.zip").toString(), "--key", KEYS.toString())))
                    .startsWith("1 NOT VERIFIED")
                    .contains("123");
        } finally {
            database.secretly("update audit_event set body = decode((select encode from kept_body), 'hex')" + where
                    + "; drop table kept_body");
        }
    }

    @Test
    void a_bundle_that_is_older_than_what_was_anchored_is_refused() throws Exception {
        Path older = FOLDER.resolve("older.zip");
        fetch("/v1/audit/bundle", older);
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        Path newer = FOLDER.resolve("newer.note");
        fetch("/v1/audit/checkpoint", newer);
        assertThat(run(List.of("verify", older.toString(), "--key", KEYS.toString(), "--anchored", newer.toString())))
                .startsWith("1 NOT VERIFIED");
    }

    private static void fetch(String path, Path file) throws IOException {
        Files.write(file, given().get(path).then().statusCode(200).extract().asByteArray());
    }

    private static String verify(String... more) throws InterruptedException {
        return run(with(List.of("verify", BUNDLE.toString(), "--key", KEYS.toString()), more));
    }

    private static List<String> with(List<String> args, String... more) {
        List<String> all = new ArrayList<>(args);
        all.addAll(List.of(more));
        return all;
    }

    /// The exit status and what was said.
    private static String run(List<String> args) throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        int status = Verify.run(args, out, out);
        return status + " " + said.toString(UTF_8);
    }
}
