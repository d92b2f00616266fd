package io.readingroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEncryptionKeyTest {

    private static final byte[] SECRET = RandomBytes.of(32);
    private static final byte[] CONTEXT = "document".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_one_form_of_a_key_wraps_the_other_unwraps() throws IOException {
        Path file = Files.writeString(folder.resolve("kek"), HexFormat.of().formatHex(SECRET) + "\n");
        KeyEncryptionKey ofFile = KeyEncryptionKey.of(settings(Optional.of(file), false), Map.of());
        KeyEncryptionKey ofEnvironment = KeyEncryptionKey.of(
                settings(Optional.empty(), false),
                Map.of("KEK", Base64.getEncoder().encodeToString(SECRET)));

        byte[] key = RandomBytes.of(32);
        assertThat(ofEnvironment.unwrap(ofFile.wrap(key, CONTEXT), CONTEXT)).isEqualTo(key);
        assertThat(ofEnvironment.id()).isEqualTo(ofFile.id()).hasSize(16);
    }

    @Test
    void a_wrapped_key_opens_only_in_its_place_and_by_its_key() {
        KeyEncryptionKey kek = key(SECRET);
        byte[] wrapped = kek.wrap(RandomBytes.of(32), CONTEXT);
        assertThatThrownBy(() -> kek.unwrap(wrapped, "other".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key(RandomBytes.of(32)).unwrap(wrapped, CONTEXT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void without_a_key_there_is_no_start() {
        assertThatThrownBy(() -> KeyEncryptionKey.of(settings(Optional.empty(), false), Map.of()))
                .hasMessageContaining("reading-room.privacy.kek.file")
                .hasMessageContaining("KEK");
        assertThatThrownBy(() -> KeyEncryptionKey.of(settings(Optional.of(folder.resolve("none")), false), Map.of()))
                .hasMessageContaining("reading-room.privacy.kek.file");
    }

    @Test
    void what_is_no_key_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> KeyEncryptionKey.of(settings(Optional.empty(), false), Map.of("KEK", "pass-word")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("pass-word");
    }

    @Test
    void a_key_is_made_once_for_its_owner_alone() throws IOException {
        Path file = folder.resolve("data/kek");
        KeyEncryptionKey made = KeyEncryptionKey.of(settings(Optional.of(file), true), Map.of());
        KeyEncryptionKey found = KeyEncryptionKey.of(settings(Optional.of(file), true), Map.of());
        assertThat(found.id()).isEqualTo(made.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_does_not_show_in_text() {
        assertThat(key(SECRET).toString()).doesNotContain(HexFormat.of().formatHex(SECRET));
    }

    private static KeyEncryptionKey key(byte[] secret) {
        return EnvironmentKey.parse("KEK", HexFormat.of().formatHex(secret));
    }

    private static PrivacySettings.Kek settings(Optional<Path> file, boolean generate) {
        return new PrivacySettings.Kek() {
            @Override
            public Optional<Path> file() {
                return file;
            }

            @Override
            public String environmentVariable() {
                return "KEK";
            }

            @Override
            public boolean generate() {
                return generate;
            }
        };
    }
}
