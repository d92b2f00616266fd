package io.readingroom.privacy.vault;

import io.readingroom.privacy.keys.WrappedKey;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Remembers unwrapped keys for a short time, or not at all.
final class UnwrappedKeys {

    private static final int MOST = 256;

    private final Duration time;
    private final Clock clock;
    private final Map<Sought, Remembered> keys = new LinkedHashMap<>();

    UnwrappedKeys(Duration time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    private record Sought(ByteBuffer wrapped, ByteBuffer context) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Remembered(byte[] key, Instant until) {}

    byte[] get(WrappedKey wrapped, byte[] context, Supplier<byte[]> unwrap) {
        if (time.isZero()) {
            return unwrap.get();
        }
        Sought sought = new Sought(ByteBuffer.wrap(wrapped.bytes()), ByteBuffer.wrap(context));
        synchronized (keys) {
            // In the order in which they came, so those that are over are first.
            keys.values().removeIf(one -> !clock.instant().isBefore(one.until()));
            Remembered known = keys.get(sought);
            if (known != null) {
                return known.key().clone();
            }
        }
        byte[] key = unwrap.get();
        synchronized (keys) {
            if (keys.size() < MOST) {
                keys.put(sought, new Remembered(key.clone(), clock.instant().plus(time)));
            }
        }
        return key;
    }
}
