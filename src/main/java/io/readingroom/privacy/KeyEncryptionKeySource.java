package io.readingroom.privacy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Provides the key-encryption key. It is asked for at start, so that a service without one does not start.
final class KeyEncryptionKeySource {

    @Produces
    @Singleton
    @Startup
    static KeyEncryptionKey keyEncryptionKey(PrivacySettings settings) {
        return KeyEncryptionKey.of(settings.kek(), System.getenv());
    }
}
