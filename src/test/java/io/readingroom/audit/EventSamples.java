package io.readingroom.audit;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.KeyedDigest;
import io.readingroom.document.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// One event of each kind, with some values.
final class EventSamples {

    private static final DocumentId DOCUMENT = new DocumentId(UUID.fromString("8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11"));

    private EventSamples() {}

    static List<EventWords> words() {
        return kinds(AuditEvent.class)
                .map(EventSamples::sample)
                .map(EventWords::of)
                .toList();
    }

    private static AuditEvent sample(Class<?> kind) {
        var constructor = kind.getDeclaredConstructors()[0];
        Object[] values = Arrays.stream(constructor.getParameterTypes())
                .map(EventSamples::any)
                .toArray();
        try {
            return (AuditEvent) constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventSamples::kinds)
                : Stream.of(type);
    }

    private static Object any(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == UUID.class) {
            return DOCUMENT.value();
        }
        if (type == DocumentId.class) {
            return DOCUMENT;
        }
        if (type == KeyedDigest.class) {
            return new KeyedDigest("5c".repeat(32));
        }
        if (type == ReadBy.class) {
            return new ReadBy("ollama", "m", "sha256:0", Map.of("facts", ContentDigest.of(new byte[0])));
        }
        if (type == Span.class) {
            return new Span(3, 9);
        }
        return type == ContentDigest.class ? ContentDigest.of(new byte[0]) : "word";
    }
}
