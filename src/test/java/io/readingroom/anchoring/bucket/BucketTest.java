package io.readingroom.anchoring.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.readingroom.ScriptedServer.Answer;
import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.anchoring.AnchorFixture;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.GrowingLog;
import io.readingroom.anchoring.wire.TestWires;
import io.readingroom.anchoring.wire.Wire;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.tlog.SignedNote;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BucketTest {

    @TempDir
    Path folder;

    private final GrowingLog log = GrowingLog.fresh();

    /// Both, where there is a real one: the scripted one must not know a protocol of its own.
    enum Kind {
        SCRIPTED,
        REAL;

        BucketServer start() throws IOException {
            if (this == SCRIPTED) {
                return new ScriptedBucket();
            }
            String programs = System.getenv("READING_ROOM_TEST_ANCHORS");
            assumeThat(programs).as("a real object store, see .ci/anchors").isNotNull();
            return RealBucket.start(programs);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_tells_the_largest_checkpoint_of_each_log(Kind kind) throws IOException {
        GrowingLog other = GrowingLog.fresh();
        try (BucketServer server = kind.start()) {
            Anchor bucket = anchor(server, Map.of("prefix", "reading-room/"));
            assertThat(bucket.kept()).isEmpty();
            for (long size : new long[] {9, 100, 20}) {
                assertThat(log.giveTo(bucket, size)).isEqualTo(Anchored.Kept.PLAINLY);
            }
            other.giveTo(bucket, 5);
            assertThat(bucket.kept()).containsExactlyInAnyOrder(log.note(100), other.note(5));
            log.giveTo(bucket, 101);
            assertThat(bucket.kept()).containsExactlyInAnyOrder(log.note(101), other.note(5));
            assertThat(anchor(server, Map.of()).kept()).as("under another name").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_newest_is_found_among_more_than_a_listing_has(Kind kind) throws IOException {
        try (BucketServer server = kind.start()) {
            Anchor bucket = anchor(server, Map.of());
            IntStream.rangeClosed(1, 30).forEach(size -> log.giveTo(bucket, size));
            assertThat(bucket.kept()).containsExactly(log.note(30));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_kept_is_not_written_again(Kind kind) throws IOException {
        try (BucketServer server = kind.start()) {
            Anchor bucket = anchor(server, Map.of());
            log.giveTo(bucket, 9);
            assertThat(log.giveTo(bucket, 9)).isEqualTo(Anchored.Kept.PLAINLY);
            assertThatThrownBy(() -> log.forked().giveTo(bucket, 9))
                    .isInstanceOf(AnchorException.class)
                    .hasMessage("anchor-holds-another");
            assertThat(bucket.kept()).containsExactly(log.note(9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_has_another_key_is_refused(Kind kind) throws IOException {
        try (BucketServer server = kind.start()) {
            Anchor bucket = anchor(server, Map.of());
            Path secretKey = Files.writeString(folder.resolve("secret"), "another-secret");
            assertThatThrownBy(() -> log.giveTo(bucket, 9)).hasMessage("anchor-forbidden");
            assertThatThrownBy(bucket::kept).hasMessage("anchor-forbidden");
            Files.writeString(secretKey, BucketServer.SECRET_KEY);
            log.giveTo(bucket, 9);
            Files.delete(secretKey);
            assertThatThrownBy(() -> log.giveTo(bucket, 10)).hasMessage("anchor-key-unreadable");
        }
    }

    /// The scripted one locks nothing.
    @Test
    void a_locked_object_cannot_be_removed_even_by_its_owner() throws IOException {
        try (BucketServer server = Kind.REAL.start()) {
            Anchor bucket = anchor(server, Map.of("lock", "P1Y"));
            log.giveTo(bucket, 9);
            String object =
                    asked(server, HttpMethod.GET, "", Map.of("versions", "")).text();
            String key = object.replaceFirst("(?s).*<Key>([^<]*)</Key>.*", "$1");
            String version = object.replaceFirst("(?s).*<VersionId>([^<]*)</VersionId>.*", "$1");
            assertThat(key).endsWith("_9.checkpoint");
            assertThat(asked(server, HttpMethod.DELETE, "/" + key, Map.of("versionId", version))
                            .status())
                    .isEqualTo(403);
            assertThat(bucket.kept()).containsExactly(log.note(9));
        }
    }

    @Test
    void the_lock_is_asked_for_with_a_digest_and_until_a_time() throws IOException {
        try (ScriptedBucket server = new ScriptedBucket()) {
            log.giveTo(anchor(server, Map.of("lock", "P1Y")), 9);
            assertThat(server.server().requests().getLast().headers())
                    .containsEntry("x-amz-object-lock-mode", "COMPLIANCE")
                    .containsKey("x-amz-checksum-sha256")
                    .hasEntrySatisfying(
                            "x-amz-object-lock-retain-until-date",
                            until -> assertThat(until).matches("\\d{4}-.*Z"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, <a><Contents><Key>k</Key, anchor-answer-malformed",
        "200, '<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>', anchor-answer-malformed",
        "503, SlowDown, anchor-declined",
        "307, elsewhere, anchor-declined"
    })
    void an_answer_that_is_no_listing_is_a_failure(int status, String text, String code) throws IOException {
        try (ScriptedBucket server = new ScriptedBucket()) {
            server.server().script(request -> Answer.of(status, "application/xml", text));
            assertThatThrownBy(() -> anchor(server, Map.of()).kept())
                    .isInstanceOf(AnchorException.class)
                    .hasMessage(code);
        }
    }

    @Test
    void an_object_that_is_no_note_does_not_hide_those_before() throws IOException {
        try (ScriptedBucket server = new ScriptedBucket()) {
            Anchor bucket = anchor(server, Map.of());
            log.giveTo(bucket, 9);
            log.giveTo(bucket, 10);
            Optional<SignedNote> ten = bucket.kept().stream().findFirst();
            assertThat(ten).contains(log.note(10));
            String origin = server.server().requests().getLast().target().replaceFirst("/[^/]*$", "/");
            asked(
                    server,
                    HttpMethod.PUT,
                    origin.replaceFirst("^/" + BucketServer.BUCKET, "") + "0000000000000000000_1.checkpoint",
                    Map.of());
            assertThat(bucket.kept()).containsExactly(log.note(10));
        }
    }

    @Test
    void settings_that_do_not_go_together_are_refused() throws IOException {
        assertThat(new BucketSource(AnchorFixture.settings(Map.of()), TestWires.wires(), Clock.systemUTC()).anchor())
                .isEmpty();
        try (ScriptedBucket server = new ScriptedBucket()) {
            for (Map<String, String> wrong : List.of(
                    Map.of("name", "A/B"),
                    Map.of("name", ""),
                    Map.of("prefix", "a?b"),
                    Map.of("secret-key-file", ""),
                    Map.of("address", "http://"))) {
                assertThatThrownBy(() -> anchor(server, wrong))
                        .as(wrong.toString())
                        .isInstanceOf(RuntimeException.class);
            }
            assertThatIllegalStateException()
                    .isThrownBy(() -> anchor(server, Map.of("name", "A/B")))
                    .withMessageContaining("bucket.name");
        }
    }

    private LockedHttpClient.Reply asked(
            BucketServer server, HttpMethod method, String key, Map<String, String> query) {
        Wire wire = TestWires.wires().to(server.address(), "", Duration.ofSeconds(10), Optional.empty());
        RequestSignature.Request request = new RequestSignature.Request(
                method.name(),
                "/" + BucketServer.BUCKET + key,
                new TreeMap<>(query),
                Map.of("host", wire.host()),
                new byte[0]);
        AccessKey owner = new AccessKey(BucketServer.ACCESS_KEY, BucketServer.SECRET_KEY);
        return wire.ask(
                method,
                request.target(),
                new RequestSignature(owner, "us-east-1")
                        .signed(request, Clock.systemUTC().instant()),
                new byte[0]);
    }

    private Anchor anchor(BucketServer server, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(keys(server));
        settings.forEach((name, value) -> all.put("bucket." + name, value));
        return BucketFixture.anchor(all);
    }

    private Map<String, String> keys(BucketServer server) {
        try {
            return BucketFixture.settings(server, folder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
