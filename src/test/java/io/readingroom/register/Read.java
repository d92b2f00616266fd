package io.readingroom.register;

import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.ReadBy;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Span;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Events of a model, for tests.
public final class Read {

    /// The template by which all of them are made.
    public static final ContentDigest TEMPLATE = ContentDigest.of("facts".getBytes(StandardCharsets.UTF_8));

    private Read() {}

    /// A chunk that was read.
    public static AuditEvent chunk(DocumentId document, String model, String digest, int calls) {
        return new AuditEvent.ChunkRead(document, new Span(0, 9), by(model, digest), calls, 1, 1);
    }

    /// The cursor of the page behind an entry.
    public static String cursor(long index) {
        return new Cursor(index).text();
    }

    static AuditEvent analysis(DocumentId document, String model, String digest, int facts) {
        return new AuditEvent.AnalysisCompleted(document, by(model, digest), facts, 1, 1, 1);
    }

    private static ReadBy by(String model, String digest) {
        return new ReadBy("ollama", model, digest, Map.of("facts", TEMPLATE));
    }
}
