package io.readingroom.document;

/// Text that came out of a document or answers a question about it. It has no readable `toString` and no getter that
/// a serialiser would find, so it cannot reach a log line, an exception message or a JSON body by accident.
public final class ProtectedText {

    private final String content;

    private ProtectedText(String content) {
        this.content = content;
    }

    /// Protects `content`.
    public static ProtectedText of(String content) {
        return new ProtectedText(content);
    }

    /// The text itself, for code that works on it and keeps it from view.
    public String reveal() {
        return content;
    }

    /// The length in UTF-16 units.
    public int length() {
        return content.length();
    }

    /// The stretch `span` of this text.
    ///
    /// @throws IndexOutOfBoundsException when the span reaches past the end
    public ProtectedText slice(Span span) {
        return new ProtectedText(content.substring(span.start(), span.end()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProtectedText text && text.content.equals(content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    /// The length only.
    @Override
    public String toString() {
        return "ProtectedText[" + content.length() + "]";
    }
}
