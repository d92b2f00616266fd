package io.readingroom.privacy;

import io.quarkus.runtime.Startup;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import io.readingroom.privacy.keys.KeySettings;
import io.readingroom.privacy.keys.LocalKeys;
import io.readingroom.privacy.vault.TransitKeys;
import io.readingroom.privacy.vault.TransitServer;
import io.readingroom.privacy.vault.VaultSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/// Provides the key-encryption key: that of a key service where one is configured, else that of a file
/// or variable. It is asked for at start, so that a service without one does not start; a key service
/// that cannot be reached then may come later.
final class KeyEncryptionKeySource {

    @Produces
    @Singleton
    @Startup
    static KeyEncryptionKey keyEncryptionKey(
            KeySettings settings, VaultSettings vault, TransitServer server, Clock clock) {
        Optional<LocalKeys> local = LocalKeys.of(settings.kek(), System.getenv());
        if (vault.address().isPresent()) {
            return new TransitKeys(server, vault, local, clock);
        }
        return local.orElseThrow(() -> new IllegalStateException("No key-encryption key: set"
                + " reading-room.privacy.kek.file, reading-room.privacy.kek.vault.address, or the environment variable "
                + settings.kek().environmentVariable()));
    }
}
