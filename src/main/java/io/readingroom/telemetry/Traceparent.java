package io.readingroom.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a trace stands, as W3C writes it: a version, the trace, the step within it, and whether it is
/// recorded. Random numbers only, so it may be kept and sent in plain.
///
/// @param text 55 characters, such as `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`
public record Traceparent(String text) {

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    public Traceparent {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a traceparent");
        }
    }

    /// What was kept or sent, if it has the form.
    public static Optional<Traceparent> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Traceparent(text)) : Optional.empty();
    }

    /// Where this thread stands, if it is on a trace.
    public static Optional<Traceparent> current() {
        SpanContext here = Span.current().getSpanContext();
        return here.isValid()
                ? parse("00-" + here.getTraceId() + "-" + here.getSpanId() + "-"
                        + here.getTraceFlags().asHex())
                : Optional.empty();
    }

    /// The id of the trace: 32 digits.
    public String traceId() {
        return text.substring(3, 35);
    }

    /// The context of a thread that goes on from here.
    Context context() {
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        traceId(), text.substring(36, 52), TraceFlags.fromHex(text, 53), TraceState.getDefault())));
    }
}
