package io.readingroom.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.readingroom.MovingClock;
import io.readingroom.document.RefusedException;
import io.readingroom.egress.Locks;
import io.readingroom.egress.TlsFront;
import io.readingroom.privacy.crypto.RandomBytes;
import io.readingroom.privacy.keys.KeyRefusal;
import io.readingroom.privacy.keys.KeySettings;
import io.readingroom.privacy.keys.LocalKeys;
import io.readingroom.privacy.keys.WrappedKey;
import io.readingroom.reading.TestConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitKeysTest {

    private static final byte[] KEY = RandomBytes.of(32);
    private static final byte[] PLACE = "document|data-key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ELSEWHERE = "other|data-key".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-01-15T09:30:00Z"));

    /// Both, where there is a real one: the scripted one must not know a protocol of its own.
    enum Kind {
        SCRIPTED,
        REAL;

        VaultServer start() throws IOException {
            if (this == SCRIPTED) {
                return ScriptedVault.start("");
            }
            String program = System.getenv("READING_ROOM_TEST_VAULT");
            assumeThat(program).as("a real Vault, see .ci/vault").isNotNull();
            return RealVault.start(program);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_wrapped_key_opens_in_its_place_alone(Kind kind) throws IOException {
        try (VaultServer vault = kind.start()) {
            vault.prepare(true);
            TransitKeys keys = keys(vault, Map.of());
            WrappedKey wrapped = keys.wrap(KEY, PLACE);
            assertThat(wrapped.kekId()).isEqualTo("reading-room:v1").isEqualTo(keys.id());
            assertThat(keys.unwrap(wrapped, PLACE)).isEqualTo(KEY);
            assertThat(keys.wrap(KEY, PLACE).bytes()).isNotEqualTo(wrapped.bytes());
            assertThatThrownBy(() -> keys.unwrap(wrapped, ELSEWHERE)).isInstanceOf(IllegalStateException.class);
            byte[] changed = wrapped.bytes().clone();
            changed[changed.length - 5] = (byte) (changed[changed.length - 5] == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> keys.unwrap(new WrappedKey(wrapped.kekId(), changed), PLACE))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(keys.trouble()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_rotated_key_wraps_by_its_newest_version_and_unwraps_by_older_ones_until_they_are_rewrapped(Kind kind)
            throws IOException {
        try (VaultServer vault = kind.start()) {
            vault.prepare(true);
            TransitKeys keys = keys(vault, Map.of());
            WrappedKey old = keys.wrap(KEY, PLACE);
            vault.rotate();
            assertThat(keys.outdated(old.kekId())).isFalse();
            keys.refresh();
            assertThat(keys.outdated(old.kekId())).isTrue();
            assertThat(keys.unwrap(old, PLACE)).isEqualTo(KEY);
            WrappedKey again = keys.rewrap(old, PLACE);
            assertThat(again.kekId()).isEqualTo("reading-room:v2").isEqualTo(keys.id());
            assertThat(keys.unwrap(again, PLACE)).isEqualTo(KEY);
            assertThatThrownBy(() -> keys.rewrap(old, ELSEWHERE)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sealed_service_gives_no_key_until_it_is_unsealed(Kind kind) throws IOException {
        try (VaultServer vault = kind.start()) {
            vault.prepare(true);
            TransitKeys keys = keys(vault, Map.of());
            WrappedKey wrapped = keys.wrap(KEY, PLACE);
            vault.seal();
            assertUnavailable(() -> keys.unwrap(wrapped, PLACE));
            assertThat(keys.trouble()).contains("sealed");
            vault.unseal();
            assertThat(keys.unwrap(wrapped, PLACE)).isEqualTo(KEY);
            assertThat(keys.trouble()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_may_not_is_told_so_and_a_key_of_the_wrong_kind_is_found(Kind kind) throws IOException {
        try (VaultServer vault = kind.start()) {
            vault.prepare(false);
            assertThat(keys(vault, Map.of()).trouble()).contains("key-not-derived");
            TransitKeys stranger = keys(
                    vault.address(),
                    Map.of(
                            "token-file",
                            Files.writeString(folder.resolve("none"), "hvs.nobody")
                                    .toString()));
            assertUnavailable(() -> stranger.wrap(KEY, PLACE));
            assertThat(stranger.trouble()).contains("forbidden");
            assertThat(keys(vault, Map.of("key", "another")).trouble()).contains("missing");
            assertThat(keys(vault.address(), Map.of()).trouble()).contains("token-missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_token_is_renewed_before_it_runs_out(Kind kind) throws IOException {
        try (VaultServer vault = kind.start()) {
            vault.prepare(true);
            TransitKeys keys = keys(vault, Map.of());
            keys.wrap(KEY, PLACE);
            clock.move(Duration.ofMinutes(50));
            keys.wrap(KEY, PLACE);
            if (vault instanceof ScriptedVault scripted) {
                assertThat(scripted.renewals()).isEqualTo(1);
                keys.wrap(KEY, PLACE);
                assertThat(scripted.renewals()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_pod_logs_in_by_its_service_account_and_again_when_its_token_is_refused() throws IOException {
        try (ScriptedVault vault = ScriptedVault.start("")) {
            vault.prepare(true);
            Path account = Files.writeString(folder.resolve("account"), "pod.token\n");
            TransitKeys keys = keys(
                    vault.address(),
                    Map.of("kubernetes-role", "reading-room", "service-account-token", account.toString()));
            assertUnavailable(() -> keys.wrap(KEY, PLACE));
            assertThat(keys.trouble()).contains("forbidden");
            vault.admit("pod.token");
            WrappedKey wrapped = keys.wrap(KEY, PLACE);
            vault.forgetTokens();
            assertThat(keys.unwrap(wrapped, PLACE)).isEqualTo(KEY);
            assertThat(vault.asked().stream().filter("auth/kubernetes/login"::equals))
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void the_namespace_goes_with_every_request() throws IOException {
        try (ScriptedVault vault = ScriptedVault.start("bank/archive")) {
            Path token = Files.writeString(folder.resolve("token"), vault.rootToken());
            Map<String, String> settings = Map.of("token-file", token.toString(), "namespace", "bank/archive");
            assertThat(keys(vault.address(), settings).trouble()).contains("missing");
            assertThat(keys(vault.address(), Map.of("token-file", token.toString()))
                            .trouble())
                    .contains("forbidden");
        }
    }

    @Test
    void nobody_there_and_an_address_that_the_egress_lock_refuses_are_told_apart() throws IOException {
        Map<String, String> token = Map.of(
                "token-file",
                Files.writeString(folder.resolve("token"), "hvs.x").toString());
        assertThat(keys(URI.create("http://127.0.0.1:1"), token).trouble()).contains("unreachable");
        TransitKeys outside = keys(URI.create("http://192.0.2.7:8200"), token);
        assertUnavailable(() -> outside.wrap(KEY, PLACE));
        assertThat(outside.trouble()).contains("address-refused");
    }

    @Test
    void what_a_file_wrapped_before_is_unwrapped_and_wrapped_anew_by_the_service() throws IOException {
        Path file = Files.writeString(folder.resolve("kek"), HexFormat.of().formatHex(RandomBytes.of(32)));
        LocalKeys local = LocalKeys.of(
                        TestConfig.mapped(KeySettings.class, Map.of("reading-room.privacy.kek.file", file.toString()))
                                .kek(),
                        Map.of())
                .orElseThrow();
        try (VaultServer vault = ScriptedVault.start("")) {
            vault.prepare(true);
            TransitKeys keys = keys(vault.address(), Map.of("token-file", tokenFile(vault)), Optional.of(local));
            WrappedKey old = local.wrap(KEY, PLACE);
            assertThat(keys.outdated(old.kekId())).isTrue();
            assertThat(keys.unwrap(old, PLACE)).isEqualTo(KEY);
            WrappedKey again = keys.rewrap(old, PLACE);
            assertThat(again.kekId()).isEqualTo("reading-room:v1");
            assertThat(keys.unwrap(again, PLACE)).isEqualTo(KEY);
        }
    }

    @Test
    void a_certificate_is_trusted_only_if_it_is_the_one_that_was_named() throws Exception {
        try (ScriptedVault vault = ScriptedVault.start("");
                TlsFront front = TlsFront.before(vault.address(), folder)) {
            vault.prepare(true);
            Map<String, String> settings = new HashMap<>(Map.of("token-file", tokenFile(vault)));
            TransitKeys stranger = keys(front.address(), settings);
            assertUnavailable(() -> stranger.wrap(KEY, PLACE));
            assertThat(stranger.trouble()).contains("unreachable");
            settings.put("ca-file", front.certificate().toString());
            TransitKeys known = keys(front.address(), settings);
            assertThat(known.unwrap(known.wrap(KEY, PLACE), PLACE)).isEqualTo(KEY);
        }
    }

    @Test
    void an_unwrapped_key_is_kept_only_as_long_as_was_set() throws IOException {
        try (ScriptedVault vault = ScriptedVault.start("")) {
            vault.prepare(true);
            TransitKeys keys = keys(vault, Map.of("keep-unwrapped", "PT5S"));
            WrappedKey wrapped = keys.wrap(KEY, PLACE);
            keys.unwrap(wrapped, PLACE);
            vault.seal();
            assertThat(keys.unwrap(wrapped, PLACE)).isEqualTo(KEY);
            assertUnavailable(() -> keys.unwrap(wrapped, ELSEWHERE));
            clock.move(Duration.ofSeconds(5));
            assertUnavailable(() -> keys.unwrap(wrapped, PLACE));
        }
    }

    private TransitKeys keys(VaultServer vault, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("token-file", tokenFile(vault));
        return keys(vault.address(), all);
    }

    private String tokenFile(VaultServer vault) throws IOException {
        return Files.writeString(folder.resolve("token"), vault.token(3600) + "\n")
                .toString();
    }

    private TransitKeys keys(URI address, Map<String, String> settings) {
        return keys(address, settings, Optional.empty());
    }

    private TransitKeys keys(URI address, Map<String, String> settings, Optional<LocalKeys> before) {
        Map<String, String> all = new HashMap<>();
        settings.forEach((key, value) -> all.put("reading-room.privacy.kek.vault." + key, value));
        all.put("reading-room.privacy.kek.vault.address", address.toString());
        VaultSettings mapped = TestConfig.mapped(VaultSettings.class, all);
        return new TransitKeys(new TransitServer(mapped, Locks.clients()), mapped, before, clock);
    }

    private static void assertUnavailable(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(KeyRefusal.UNAVAILABLE));
    }
}
