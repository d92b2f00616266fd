package io.readingroom.privacy.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.document.RefusedException;
import io.readingroom.privacy.crypto.RandomBytes;
import io.readingroom.reading.TestConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {

    private static final byte[] SECRET = RandomBytes.of(32);
    private static final byte[] CONTEXT = "document".getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEY = RandomBytes.of(32);
    private static final String OLD = line(RandomBytes.of(32));
    private static final String NEW = line(RandomBytes.of(32));

    @TempDir
    Path folder;

    @Test
    void what_one_form_of_a_key_wraps_the_other_unwraps() throws IOException {
        LocalKeys ofFile = ofFile(line(SECRET));
        LocalKeys ofEnvironment = LocalKeys.of(
                        settings(Map.of()), Map.of("KEK", Base64.getEncoder().encodeToString(SECRET)))
                .orElseThrow();

        assertThat(ofEnvironment.unwrap(ofFile.wrap(KEY, CONTEXT), CONTEXT)).isEqualTo(KEY);
        assertThat(ofEnvironment.id()).isEqualTo(ofFile.id()).hasSize(16);
    }

    @Test
    void a_wrapped_key_opens_only_in_its_place_and_by_its_key() throws IOException {
        LocalKeys kek = ofFile(line(SECRET));
        WrappedKey wrapped = kek.wrap(KEY, CONTEXT);
        assertThatThrownBy(() -> kek.unwrap(wrapped, "other".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);
        LocalKeys other = ofFile(OLD);
        assertUnavailable(() -> other.unwrap(wrapped, CONTEXT));
        assertThatThrownBy(() -> other.unwrap(new WrappedKey(other.id(), wrapped.bytes()), CONTEXT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_first_key_of_a_file_wraps_and_those_behind_it_still_unwrap() throws IOException {
        LocalKeys before = ofFile(OLD);
        WrappedKey wrapped = before.wrap(KEY, CONTEXT);
        LocalKeys after = ofFile(NEW + "\n" + OLD);

        assertThat(after.outdated(before.id())).isTrue();
        assertThat(after.outdated(after.id())).isFalse();
        assertThat(after.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        WrappedKey again = after.rewrap(wrapped, CONTEXT);
        assertThat(again.kekId()).isEqualTo(after.id()).isNotEqualTo(before.id());
        assertThat(ofFile(NEW).unwrap(again, CONTEXT)).isEqualTo(KEY);
    }

    @Test
    void the_next_key_unwraps_and_does_not_wrap_and_what_it_wrapped_is_not_outdated() throws IOException {
        LocalKeys ahead = ofFile(NEW + "\n" + OLD);
        Path file = Files.writeString(folder.resolve("now"), OLD);
        Path next = Files.writeString(folder.resolve("next"), NEW);
        LocalKeys behind = LocalKeys.of(settings(Map.of("file", file.toString(), "next", next.toString())), Map.of())
                .orElseThrow();

        WrappedKey wrapped = ahead.wrap(KEY, CONTEXT);
        assertThat(behind.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        assertThat(behind.wrap(KEY, CONTEXT).kekId()).isEqualTo(behind.id()).isNotEqualTo(ahead.id());
        assertThat(behind.outdated(ahead.id())).isFalse();
    }

    @Test
    void a_key_that_is_put_into_the_file_is_found_without_a_restart() throws IOException {
        Path file = Files.writeString(folder.resolve("kek"), OLD);
        LocalKeys behind = LocalKeys.of(settings(Map.of("file", file.toString())), Map.of())
                .orElseThrow();
        WrappedKey wrapped = ofFile(NEW).wrap(KEY, CONTEXT);
        assertUnavailable(() -> behind.unwrap(wrapped, CONTEXT));

        Files.writeString(file, NEW + "\n" + OLD);
        assertThat(behind.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        assertThat(behind.id()).isEqualTo(wrapped.kekId());

        Files.writeString(file, "damaged");
        behind.refresh();
        assertThat(behind.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
    }

    @Test
    void without_a_key_there_is_none_and_without_the_file_no_start() {
        assertThat(LocalKeys.of(settings(Map.of()), Map.of())).isEmpty();
        assertThatThrownBy(() -> LocalKeys.of(
                        settings(Map.of("file", folder.resolve("none").toString())), Map.of()))
                .hasMessageContaining("reading-room.privacy.kek.file");
    }

    @Test
    void what_is_no_key_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> LocalKeys.of(settings(Map.of()), Map.of("KEK", "pass-word")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("pass-word");
    }

    @Test
    void a_key_is_made_once_for_its_owner_alone() throws IOException {
        Path file = folder.resolve("data/kek");
        Map<String, String> making = Map.of("file", file.toString(), "generate", "true");
        LocalKeys made = LocalKeys.of(settings(making), Map.of()).orElseThrow();
        LocalKeys found = LocalKeys.of(settings(making), Map.of()).orElseThrow();
        assertThat(found.id()).isEqualTo(made.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_does_not_show_in_text() {
        assertThat(KeyWrapping.parse("test", line(SECRET)).toString())
                .doesNotContain(HexFormat.of().formatHex(SECRET));
    }

    private LocalKeys ofFile(String content) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "kek", ""), content + "\n");
        return LocalKeys.of(settings(Map.of("file", file.toString())), Map.of()).orElseThrow();
    }

    private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(KeyRefusal.UNAVAILABLE));
    }

    private static String line(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    private static KeySettings.Kek settings(Map<String, String> settings) {
        Map<String, String> keys = new HashMap<>(Map.of("reading-room.privacy.kek.environment-variable", "KEK"));
        settings.forEach((key, value) -> keys.put("reading-room.privacy.kek." + key, value));
        return TestConfig.mapped(KeySettings.class, keys).kek();
    }
}
