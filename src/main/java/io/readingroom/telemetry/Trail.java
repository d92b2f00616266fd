package io.readingroom.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// The trail that a document leaves: each step with its time, its place in the trace, and a few [Fact]s.
/// A text gets onto it by no method: a name is a constant of the code, a word has no blank, a failure
/// leaves its kind and not its message.
public final class Trail {

    private static final String NAME = "io.readingroom";
    private static final Pattern WORD = Pattern.compile("[\\w.:/@$+-]{1,200}");

    private Trail() {}

    /// What is done in a step.
    @FunctionalInterface
    public interface Deed<T, E extends Exception> {
        T go() throws E;
    }

    /// Does something as a step of what this thread is at.
    ///
    /// @param name one of few, known to the code
    public static <T, E extends Exception> T step(String name, Deed<T, E> deed) throws E {
        return under(span(name).startSpan(), deed);
    }

    /// Does something that asks another system, as a step of what this thread is at.
    public static <T, E extends Exception> T call(String name, Deed<T, E> deed) throws E {
        return under(span(name).setSpanKind(SpanKind.CLIENT).startSpan(), deed);
    }

    /// Walks a document where its trace stands, whoever left it there.
    ///
    /// @param from where the trace stands; empty begins one
    public static <T, E extends Exception> T walk(DocumentId document, Optional<Traceparent> from, Deed<T, E> walk)
            throws E {
        Span span = span("read document")
                .setParent(from.map(Traceparent::context).orElse(Context.root()))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(Fact.DOCUMENT.attribute(), document.toString())
                .startSpan();
        try (LogIds.Scope _ = LogIds.within(document)) {
            return under(span, walk);
        }
    }

    /// The same work, on any thread, as a part of the step that this thread is at.
    public static <T> Callable<T> carried(Callable<T> work) {
        LogIds.Carrier ids = LogIds.carrier();
        Context here = Context.current();
        return () -> {
            try (LogIds.Scope _ = ids.open();
                    Scope _ = here.makeCurrent()) {
                return work.call();
            }
        };
    }

    /// A step that another process has just ended and told of.
    ///
    /// @param took how long it says that it took
    public static void reported(String name, Duration took) {
        Instant now = Instant.now();
        span(name).setStartTimestamp(now.minus(took)).startSpan().end(now);
    }

    /// Says something about the step that this thread is at.
    public static void mark(Fact fact, long number) {
        Span.current().setAttribute(fact.attribute(), number);
    }

    /// Says something about the step that this thread is at. What is not a word is not told.
    public static void mark(Fact fact, String word) {
        mark(Span.current(), fact, word);
    }

    /// Says that the step that this thread is at has failed, though nothing is thrown.
    ///
    /// @param code a stable word
    public static void failed(String code) {
        fail(Span.current(), code);
    }

    static void mark(Span span, Fact fact, String word) {
        String told = WORD.matcher(word).matches() ? word : "_OTHER";
        if (fact == Fact.FINISH) {
            span.setAttribute(AttributeKey.stringArrayKey(fact.attribute()), List.of(told));
        } else {
            span.setAttribute(fact.attribute(), told);
        }
    }

    static SpanBuilder span(String name) {
        return GlobalOpenTelemetry.getTracer(NAME).spanBuilder(name);
    }

    private static <T, E extends Exception> T under(Span span, Deed<T, E> deed) throws E {
        try (Scope _ = span.makeCurrent()) {
            return deed.go();
        } catch (Exception | Error failure) {
            tell(span, failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    private static void tell(Span span, Throwable failure) {
        switch (failure) {
            case InterruptedException stopped -> mark(span, Fact.OUTCOME, "stopped");
            case RefusedException refused -> fail(span, refused.refusal().code());
            default -> fail(span, failure.getClass().getName());
        }
    }

    private static void fail(Span span, String code) {
        mark(span, Fact.FAILURE, code);
        span.setStatus(StatusCode.ERROR);
    }
}
