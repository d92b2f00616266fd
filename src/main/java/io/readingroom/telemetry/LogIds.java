package io.readingroom.telemetry;

import io.readingroom.document.DocumentId;
import java.util.Optional;
import org.jboss.logging.MDC;

/// The ids that stand in each log line of a request or a document.
public final class LogIds {

    private static final String REQUEST = "requestId";
    private static final String DOCUMENT = "documentId";
    private static final String TRACE = "traceId";

    private LogIds() {}

    /// What is logged from here on, until the request ends, belongs to this request.
    public static void request(String id) {
        MDC.put(REQUEST, id);
        Trail.mark(Fact.REQUEST, id);
    }

    /// What is logged from here on, until the request ends, belongs to this document.
    public static void document(DocumentId document) {
        MDC.put(DOCUMENT, document.toString());
        Trail.mark(Fact.DOCUMENT, document.toString());
    }

    /// What this thread logs until the end of the scope belongs to a trace that another process writes.
    public static Scope trace(Traceparent trace) {
        return put(TRACE, trace.traceId());
    }

    /// What this thread logs until the end of the scope belongs to this document.
    static Scope within(DocumentId document) {
        return put(DOCUMENT, document.toString());
    }

    /// What a thread logs until the end of the scope belongs to the same document as what this one logs.
    static Carrier carrier() {
        Optional<Object> document = Optional.ofNullable(MDC.get(DOCUMENT));
        return () -> document.map(id -> put(DOCUMENT, id)).orElse(() -> {});
    }

    private static Scope put(String key, Object id) {
        MDC.put(key, id);
        return () -> MDC.remove(key);
    }

    /// Ends what was begun with it.
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /// Opens the scope on another thread.
    @FunctionalInterface
    interface Carrier {
        Scope open();
    }
}
