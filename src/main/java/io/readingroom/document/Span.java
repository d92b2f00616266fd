package io.readingroom.document;

/// A half-open stretch of a text in UTF-16 units: `start` is inside, `end` is not.
///
/// @param start the first unit, at least 0
/// @param end the unit after the last, at least `start`
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span needs 0 <= start <= end, not " + start + " to " + end);
        }
    }

    /// The number of UTF-16 units.
    public int length() {
        return end - start;
    }

    /// Whether the two have at least one unit in common.
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /// Whether `other` lies wholly inside.
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /// The same stretch, moved by `offset` units.
    public Span shift(int offset) {
        return new Span(start + offset, end + offset);
    }
}
