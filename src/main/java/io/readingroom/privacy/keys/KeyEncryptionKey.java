package io.readingroom.privacy.keys;

import io.readingroom.document.RefusedException;
import java.util.Optional;

/// Wraps the keys that the database keeps, so that the database alone opens nothing. There may be older
/// ones beside the one that wraps: they still unwrap, until what they wrapped is wrapped anew.
public interface KeyEncryptionKey {

    /// Tells the key that wraps now from others, without telling the key.
    ///
    /// @throws RefusedException when it cannot be found out now
    String id();

    /// Wraps a key for the place named by `context`, where alone it can be unwrapped.
    ///
    /// @throws RefusedException with [KeyRefusal#UNAVAILABLE] when that cannot be done now
    WrappedKey wrap(byte[] key, byte[] context);

    /// Unwraps what [#wrap] wrapped for the same place.
    ///
    /// @throws IllegalStateException when it was changed, or wrapped for another place
    /// @throws RefusedException with [KeyRefusal#UNAVAILABLE] when the key that wrapped it cannot be had now
    byte[] unwrap(WrappedKey wrapped, byte[] context);

    /// Wraps anew, by the key that wraps now.
    ///
    /// @throws IllegalStateException when it was changed, or wrapped for another place
    /// @throws RefusedException with [KeyRefusal#UNAVAILABLE] when one of the two keys cannot be had now
    default WrappedKey rewrap(WrappedKey wrapped, byte[] context) {
        return wrap(unwrap(wrapped, context), context);
    }

    /// Whether a key is older than the one that wraps now. One that is not known is not: it may be newer.
    boolean outdated(String id);

    /// Looks whether another key is to wrap from now on. What cannot be found out stays as it was.
    void refresh();

    /// Why no key can be wrapped or unwrapped now, a stable word; empty when one can.
    Optional<String> trouble();
}
