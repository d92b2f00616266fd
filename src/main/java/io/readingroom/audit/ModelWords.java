package io.readingroom.audit;

import io.readingroom.audit.AuditEvent.AnalysisBegun;
import io.readingroom.audit.AuditEvent.AnalysisCompleted;
import io.readingroom.audit.AuditEvent.ChunkBegun;
import io.readingroom.audit.AuditEvent.ChunkFailed;
import io.readingroom.audit.AuditEvent.ChunkRead;
import io.readingroom.audit.AuditEvent.OfTheModel;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Span;
import java.util.SortedMap;

/// What a model does, in the words of the register.
final class ModelWords {

    private ModelWords() {}

    static EventWords of(OfTheModel event) {
        return switch (event) {
            case ChunkBegun e -> succeeded("chunk.begun", e.document(), e.by(), "chunk", text(e.chunk()));
            case ChunkRead e ->
                succeeded(
                        "chunk.read",
                        e.document(),
                        e.by(),
                        "chunk",
                        text(e.chunk()),
                        "calls",
                        e.calls(),
                        "promptTokens",
                        e.promptTokens(),
                        "outputTokens",
                        e.outputTokens());
            case ChunkFailed e ->
                new EventWords(
                        "chunk.failed",
                        e.document(),
                        Outcome.FAILED,
                        EventWords.word(e.reason()),
                        detail(e.by(), "chunk", text(e.chunk())));
            case AnalysisBegun e -> succeeded("analysis.begun", e.document(), e.by());
            case AnalysisCompleted e ->
                succeeded(
                        "analysis.completed",
                        e.document(),
                        e.by(),
                        "facts",
                        e.facts(),
                        "calls",
                        e.calls(),
                        "promptTokens",
                        e.promptTokens(),
                        "outputTokens",
                        e.outputTokens());
        };
    }

    static ReadBy by(OfTheModel event) {
        return switch (event) {
            case ChunkBegun e -> e.by();
            case ChunkRead e -> e.by();
            case ChunkFailed e -> e.by();
            case AnalysisBegun e -> e.by();
            case AnalysisCompleted e -> e.by();
        };
    }

    private static EventWords succeeded(String code, DocumentId document, ReadBy by, Object... more) {
        return new EventWords(code, document, Outcome.SUCCEEDED, null, detail(by, more));
    }

    private static SortedMap<String, Object> detail(ReadBy by, Object... more) {
        SortedMap<String, Object> detail = EventWords.named(more);
        detail.putAll(EventWords.named(
                "engine",
                by.engine(),
                "model",
                by.model(),
                "modelDigest",
                by.modelDigest(),
                "template",
                by.templateSet(),
                "templates",
                by.templates()));
        return detail;
    }

    private static String text(Span chunk) {
        return chunk.start() + "-" + chunk.end();
    }
}
