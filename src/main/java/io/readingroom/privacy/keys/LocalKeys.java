package io.readingroom.privacy.keys;

import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Key-encryption keys of a file or an environment variable. The file is read again when another key may
/// have been put into it, so that a key is replaced without a restart.
public final class LocalKeys implements KeyEncryptionKey {

    private static final Logger LOG = Logger.getLogger(LocalKeys.class);

    private final KeySettings.Kek settings;
    private final Map<String, String> environment;
    private volatile KeyRing ring;

    private LocalKeys(KeySettings.Kek settings, Map<String, String> environment, KeyRing ring) {
        this.settings = settings;
        this.environment = environment;
        this.ring = ring;
    }

    /// The keys that the settings name; empty when they name none.
    ///
    /// @throws IllegalStateException when what they name holds no key
    public static Optional<LocalKeys> of(KeySettings.Kek settings, Map<String, String> environment) {
        return KeyRing.read(settings, environment).map(ring -> new LocalKeys(settings, environment, ring));
    }

    @Override
    public String id() {
        return ring.newest().id();
    }

    @Override
    public WrappedKey wrap(byte[] key, byte[] context) {
        KeyWrapping newest = ring.newest();
        return new WrappedKey(newest.id(), newest.wrap(key, context));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, byte[] context) {
        if (!knows(wrapped.kekId())) {
            // Another replica has seen a newer file.
            refresh();
        }
        return ring.unwrap(wrapped, context);
    }

    @Override
    public boolean outdated(String id) {
        return ring.outdated(id);
    }

    /// Whether a key is one of these.
    public boolean knows(String id) {
        return ring.named(id).isPresent();
    }

    @Override
    public void refresh() {
        try {
            KeyRing.read(settings, environment).ifPresent(read -> ring = read);
        } catch (RuntimeException unreadable) {
            LOG.warnf(
                    "The key-encryption keys could not be read again, so those from before are used: %s",
                    unreadable.getClass().getName());
        }
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }
}
