package io.readingroom.officer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.register.Read;
import io.readingroom.tlog.LogProof;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.entry.Entry;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line against a service that runs.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class OfficerIT {

    @Inject
    Database database;

    @Inject
    AuditLog audit;

    @TempDir
    Path folder;

    @Test
    void events_are_printed_as_a_table() throws InterruptedException {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentReceived(document, 5, "text/plain"));
        audit.record(new AuditEvent.DocumentFailed(document, "no-text"));
        Told told = ask("events", "--document", document.toString());
        assertThat(told.status()).isZero();
        assertThat(told.lines()).hasSize(3);
        assertThat(told.lines().get(0)).contains("INDEX", "CODE", "OUTCOME");
        assertThat(told.lines().get(1)).contains("document.received", "bytes=5 mediaType=text/plain");
        assertThat(told.lines().get(2)).contains("document.failed", "failed", "no-text", document.toString());
    }

    @ParameterizedTest
    @CsvSource({"table,1", "json,0", "csv,1"})
    void every_page_is_followed_when_all_is_asked_for(String format, int header) throws InterruptedException {
        DocumentId document = DocumentId.random();
        for (int i = 0; i < 5; i++) {
            audit.record(Read.chunk(document, "m", "sha256:0", i));
        }
        String[] words = {
            "events", "--document", document.toString(), "--code", "chunk.read", "--limit", "2", "--format", format
        };
        Told one = ask(words);
        assertThat(one.lines()).hasSize(2 + header);
        assertThat(one.err()).contains("--all");
        String[] more = Arrays.copyOf(words, words.length + 1);
        more[words.length] = "--all";
        Told all = ask(more);
        assertThat(all.lines()).hasSize(5 + header).doesNotHaveDuplicates();
        assertThat(all.err()).isEmpty();
    }

    @Test
    void a_named_query_answers_its_question() throws InterruptedException {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.TextAccessed(document));
        audit.record(new AuditEvent.DocumentCancelled(document));
        Told told = ask("ask", "accesses", "--document", document.toString(), "--format", "json");
        assertThat(told.lines()).singleElement().asString().contains("\"text.accessed\"");
        assertThat(ask("queries").out()).contains("accesses    --document", "refusals");
    }

    @ParameterizedTest
    @CsvSource({
        "ask weather,unknown-query",
        "ask accesses,filter-invalid",
        "events --from yesterday,filter-invalid",
        "lineage 8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11,no-such-entry"
    })
    void what_the_service_declines_is_said_in_its_words(String command, String problem) throws InterruptedException {
        Told told = ask(command.split(" ", -1));
        assertThat(told.status()).isEqualTo(3);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).matches("(?s).*\\w \\w.*\\(" + problem + "\\)\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv", "ocsf"})
    void an_export_is_saved_and_leaves_what_is_there(String format) throws Exception {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(document));
        Path file = folder.resolve("register");
        String[] words = {"export", "--format", format, "--document", document.toString(), "--out", file.toString()};
        assertThat(ask(words).status()).isZero();
        assertThat(Files.readString(file)).contains(document.toString(), "document.cancelled");
        assertThat(folder.toFile().list()).containsExactly("register");
        Told again = ask(words);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("already");
    }

    @Test
    void a_receipt_is_saved_as_the_verifier_takes_it() throws Exception {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(document));
        String event = ask("events", "--document", document.toString(), "--format", "json")
                .out();
        String index = new ObjectMapper().readTree(event).path("index").asText();
        Told told = ask("receipt", index, "--out", folder.resolve("event").toString());
        assertThat(told.status()).isZero();
        byte[] entry = Files.readAllBytes(folder.resolve("event.entry"));
        LogProof proof = LogProof.parse(Files.readString(folder.resolve("event.tlog-proof")))
                .orElseThrow();
        NoteKey key = NoteKey.parse(ask("keys").lines().getFirst()).orElseThrow();
        assertThat(proof.proves(entry, key)).isTrue();
        assertThat(Entry.parse(entry).orElseThrow().isOf(Files.readAllBytes(folder.resolve("event.json"))))
                .isTrue();
    }

    @Test
    void a_bundle_is_saved_whole() throws Exception {
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        Path file = folder.resolve("register.zip");
        assertThat(ask("bundle", "--out", file.toString()).status()).isZero();
        try (ZipFile bundle = new ZipFile(file.toFile())) {
            assertThat(bundle.stream().map(ZipEntry::getName)).contains("checkpoint", "log.vkey", "scope");
        }
    }

    @Test
    void the_log_is_told_with_its_checkpoint_and_lineage() throws InterruptedException {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentReceived(document, 5, "text/plain"));
        audit.record(Read.chunk(document, "gemma", "sha256:9", 1));
        assertThat(ask("lineage", document.toString()).out()).contains("prov:entity", "rr:model/gemma");
        assertThat(ask("checkpoint").out()).contains("\n\n— ");
        Told log = ask("log");
        assertThat(log.status()).isZero();
        assertThat(log.out()).contains("frozen   no");
    }

    @Test
    void a_log_that_was_changed_ends_the_integrity_report_with_one() throws Exception {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(document));
        Told whole = ask("integrity", "--from", "2020-01-01T00:00:00Z");
        assertThat(whole.status()).isZero();
        assertThat(whole.out()).startsWith("WHOLE").contains("document.cancelled succeeded");
        String of = " where document = '" + document + "'";
        try {
            database.secretly("update audit_event set outcome = 'failed'" + of);
            Told changed = ask("integrity");
            assertThat(changed.status()).isEqualTo(1);
            assertThat(changed.out()).startsWith("NOT WHOLE").containsPattern("entry \\d+: columns-changed");
        } finally {
            database.secretly("update audit_event set outcome = 'succeeded'" + of);
        }
    }

    private static Told ask(String... words) throws InterruptedException {
        return Told.of("http://localhost:" + RestAssured.port, words);
    }
}
