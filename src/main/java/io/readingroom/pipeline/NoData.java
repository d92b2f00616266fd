package io.readingroom.pipeline;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/// Tasks carry no data, so that nothing of a document gets into their table and no class is ever made of its bytes.
final class NoData implements Serializer {

    @Override
    @SuppressWarnings("NullAway") // The library's own serialisers answer null for null; its interface does not say so.
    public byte[] serialize(@Nullable Object data) {
        if (data != null) {
            throw new IllegalArgumentException("A task carries no data");
        }
        return null;
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
        throw new IllegalStateException("A task carries no data");
    }
}
