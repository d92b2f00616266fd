package io.readingroom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.tlog.LogProof;
import io.readingroom.tlog.Tree;
import io.readingroom.verifier.GeneratedLog.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the program says, and how it ends.
class VerifyTest {

    private static final GeneratedLog LOG = all();

    @TempDir
    Path folder;

    private Path bundle;
    private String key;

    private record Ended(int status, String out, String err) {}

    private static GeneratedLog all() {
        return new GeneratedLog(GeneratedLog.seed(true), new Shape(300, 2, 1, 2, 0, true));
    }

    @BeforeEach
    void write() throws IOException {
        bundle = Files.write(folder.resolve("bundle.zip"), LOG.bundle());
        key = LOG.logKeys().getFirst().text();
    }

    private static Ended run(Object... args) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Verify.run(
                Stream.of(args).map(Object::toString).toList(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return new Ended(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Test
    void a_whole_bundle_is_verified() throws Exception {
        Path anchor =
                Files.writeString(folder.resolve("anchor"), LOG.notes.getFirst().note());
        Ended ended = run(
                "verify",
                bundle,
                "--key",
                key,
                "--anchored",
                anchor,
                "--witness",
                LOG.witness.key().text(),
                "--scope",
                "all",
                "--bodies-since",
                "2026-01-01T00:00:00Z");
        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .startsWith("VERIFIED\n")
                .contains(
                        "Size: 300",
                        "Scope: all",
                        "Tenant tenant-0: sequences 0 to",
                        "vouches for the first 300 entries")
                .doesNotContain("Note:");
    }

    @Test
    void without_anything_from_outside_it_says_how_much_that_is_worth() throws Exception {
        Ended ended = run(bundle);
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("the key is the bundle's own", "no checkpoint from outside");
    }

    @Test
    void the_first_bad_entry_is_named() throws Exception {
        Forgery forgery = new Forgery(LOG);
        forgery.replace(280, true, LOG.body(3));
        forgery.replace(17, true, LOG.body(3));
        Files.write(bundle, forgery.zip());
        Ended ended = run(bundle, "--key", key);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out())
                .startsWith("NOT VERIFIED\nFirst bad entry: entry 17 (tenant " + LOG.tenant(17) + ", sequence ");
        JsonNode json =
                new ObjectMapper().readTree(run(bundle, "--key", key, "--json").out());
        assertThat(json.path("verified").asBoolean(true)).isFalse();
        assertThat(json.path("first").path("from").asInt()).isEqualTo(17);
        assertThat(json.path("first").path("tenant").asText()).isEqualTo(LOG.tenant(17));
        assertThat(json.path("first").path("flaw").asText()).isEqualTo("body-changed");
        assertThat(json.path("findings").size())
                .isEqualTo(json.path("findingCount").asInt());
    }

    @Test
    void what_was_asked_for_and_is_not_there_is_found() throws Exception {
        assertThat(run(bundle, "--scope", "tenant other").out()).contains("scope: scope: the bundle does not claim");
        GeneratedLog unwitnessed = new GeneratedLog(LOG.seed, new Shape(300, 2, 1, 2, 40, false));
        Files.write(bundle, unwitnessed.bundle());
        assertThat(run(bundle, "--witness", LOG.witness.key().text()).out()).contains("signed no checkpoint");
        assertThat(run(bundle, "--bodies-since", "2026-01-01T00:00:00Z").out())
                .contains("First bad entry: entry 0 ", "body-missing");
    }

    @Test
    void stamped_checkpoints_are_held_against_the_log_and_their_stamps_are_counted() throws Exception {
        Forgery forgery = new Forgery(LOG);
        forgery.text("timestamps/1/300", LOG.newest().note());
        forgery.text("timestamps/1/300.tsr", "a reply");
        Files.write(bundle, forgery.zip());
        Ended ended = run(bundle, "--key", key);
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("Time stamps: 1 in the bundle, not verified here");
        assertThat(run(bundle, "--json").out()).contains("\"timeStamps\":1,");
        GeneratedLog other = new GeneratedLog(LOG.seed, new Shape(299, 0, 1, 2, 0, false));
        forgery.text("timestamps/1/300", other.newest().note());
        assertFinds(forgery, "file-malformed: timestamps/1/300: the checkpoint in it is not that of its name");
        forgery.text(
                "timestamps/1/300", new GeneratedLog(-1, LOG.shape).newest().note());
        assertFinds(forgery, "not-signed: timestamps/1/300");
        forgery.members.remove("timestamps/1/300");
        assertFinds(forgery, "file-missing: timestamps/1/300: it is missing");
        forgery.members.remove("timestamps/1/300.tsr");
        forgery.text("timestamps/1/300", LOG.newest().note());
        assertFinds(forgery, "file-missing: timestamps/1/300.tsr: it is missing");
        forgery.text("timestamps/1/x.tsr", "a reply");
        assertFinds(forgery, "file-unknown: timestamps/1/x.tsr");
    }

    private void assertFinds(Forgery forgery, String finding) throws Exception {
        Files.write(bundle, forgery.zip());
        Ended ended = run(bundle, "--key", key);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).contains(finding);
    }

    @Test
    void what_is_no_zip_is_not_verified() throws Exception {
        Files.writeString(bundle, "no zip");
        assertThat(run(bundle).status()).isEqualTo(1);
        assertThat(run(bundle).out()).contains("NOT VERIFIED", "damaged");
    }

    @Test
    void what_cannot_be_tried_ends_with_2() throws Exception {
        List<List<Object>> calls = List.of(
                List.of(),
                List.of("verify"),
                List.of("verify", bundle, bundle),
                List.of("verify", folder),
                List.of("verify", folder.resolve("missing.zip")),
                List.of("verify", bundle, "--key"),
                List.of("verify", bundle, "--key", folder.resolve("missing.vkey")),
                List.of("verify", bundle, "--key", bundle),
                List.of("verify", bundle, "--anchored", folder.resolve("missing")),
                List.of("verify", bundle, "--unknown", "x"),
                List.of("verify", bundle, "--scope", "everything"),
                List.of("verify", bundle, "--bodies-since", "yesterday"),
                List.of("verify-receipt", bundle, "--key", key),
                List.of("verify-receipt", bundle, "--entry", bundle));
        for (List<Object> call : calls) {
            Ended ended = run(call.toArray());
            assertThat(ended.status()).as("%s", call).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).isNotEmpty();
        }
    }

    @Test
    void a_receipt_is_verified_without_the_log() throws Exception {
        Path entry = Files.write(folder.resolve("entry"), LOG.entry(259));
        Path body = Files.write(folder.resolve("body"), LOG.body(259));
        LogProof proof = new LogProof(null, 259, new Tree(300, LOG::tile).inclusion(259), LOG.newest());
        Path receipt = Files.writeString(folder.resolve("receipt.tlog-proof"), proof.text());
        Ended right = run("verify-receipt", receipt, "--entry", entry, "--body", body, "--key", key);
        assertThat(right.status()).isZero();
        assertThat(right.out()).contains("VERIFIED", "Entry 259: tenant " + LOG.tenant(259));
        Files.write(body, LOG.body(258));
        assertThat(run("verify-receipt", receipt, "--entry", entry, "--body", body, "--key", key)
                        .status())
                .isEqualTo(1);
        Files.write(entry, LOG.entry(258));
        assertThat(run("verify-receipt", receipt, "--entry", entry, "--key", key)
                        .status())
                .isEqualTo(1);
        String foreign = new GeneratedLog(99, new Shape(1, 0, 1, 1, 0, false))
                .logKeys()
                .getFirst()
                .text();
        assertThat(run("verify-receipt", receipt, "--entry", entry, "--key", foreign)
                        .out())
                .contains("not signed by the log");
    }
}
