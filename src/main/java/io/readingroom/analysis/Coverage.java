package io.readingroom.analysis;

/// How much of the document was read.
///
/// @param characters UTF-16 units
/// @param tokens tokens as the reader counts them
/// @param chunks chunks
public record Coverage(Share characters, Share tokens, Share chunks) {

    /// Whether all of it was read.
    public boolean complete() {
        return characters.read() == characters.total();
    }

    /// A part of a whole.
    public record Share(long read, long total) {}
}
