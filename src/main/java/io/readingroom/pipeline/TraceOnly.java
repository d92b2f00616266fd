package io.readingroom.pipeline;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.readingroom.telemetry.Traceparent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Tasks carry where their document's trace stands and no other data, so that nothing of a document gets
/// into their table and no class is ever made of its bytes. Whichever replica takes a task goes on with
/// its trace.
final class TraceOnly implements Serializer {

    @Override
    @SuppressWarnings("NullAway") // The library's own serialisers answer null for null; its interface does not say so.
    public byte[] serialize(@Nullable Object data) {
        return switch (data) {
            case null -> null;
            case Traceparent(String text) -> text.getBytes(StandardCharsets.US_ASCII);
            default -> throw new IllegalArgumentException("A task carries no data but its trace");
        };
    }

    /// A trace, or null for a task that is on none. What has not the form of a trace is none: it must
    /// not keep a document from being read.
    @Override
    @SuppressWarnings("NullAway") // As above.
    public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
        return data == null
                ? null
                : Traceparent.parse(new String(data, StandardCharsets.US_ASCII))
                        .map(type::cast)
                        .orElse(null);
    }
}
