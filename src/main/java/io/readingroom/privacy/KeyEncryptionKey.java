package io.readingroom.privacy;

import io.readingroom.document.RefusedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Wraps the data keys, so that the database alone opens nothing.
sealed interface KeyEncryptionKey permits FileKey, EnvironmentKey {

    /// Tells this key from another one, without telling the key.
    String id();

    /// Wraps a key for the place named by `context`, where alone it can be unwrapped.
    byte[] wrap(byte[] key, byte[] context);

    /// Unwraps what [#wrap] wrapped for the same place.
    ///
    /// @throws IllegalStateException when it was not wrapped by this key, or for another place
    byte[] unwrap(byte[] wrapped, byte[] context);

    /// Unwraps a key that the database keeps together with the identity of the key that wrapped it.
    ///
    /// @throws RefusedException when that was another one
    default byte[] unwrap(@Nullable String wrappedBy, byte[] wrapped, byte[] context) {
        if (!id().equals(wrappedBy)) {
            throw new RefusedException(PrivacyRefusal.KEY_UNAVAILABLE);
        }
        return unwrap(wrapped, context);
    }

    /// The key that the settings name.
    ///
    /// @throws IllegalStateException when they name none
    static KeyEncryptionKey of(PrivacySettings.Kek settings, Map<String, String> environment) {
        if (settings.file().isPresent()) {
            return FileKey.read(settings.file().get(), settings.generate());
        }
        @Nullable String value = environment.get(settings.environmentVariable());
        if (value == null) {
            throw new IllegalStateException("No key-encryption key: set reading-room.privacy.kek.file, or the"
                    + " environment variable " + settings.environmentVariable());
        }
        return EnvironmentKey.parse(settings.environmentVariable(), value);
    }
}
