package io.readingroom.journey;

/// How far the reading of a document is.
///
/// @param chunksRead chunks read
/// @param chunksTotal chunks there are; grows when one has to be cut
/// @param tokensRead tokens of the chunks read
/// @param tokensTotal tokens of all chunks
public record Progress(int chunksRead, int chunksTotal, long tokensRead, long tokensTotal) {

    /// One more chunk of so many tokens read.
    public Progress read(int tokens) {
        return new Progress(chunksRead + 1, chunksTotal, tokensRead + tokens, tokensTotal);
    }

    /// A chunk was cut in two, of so many tokens more or less than itself.
    public Progress cut(int tokens) {
        return new Progress(chunksRead, chunksTotal + 1, tokensRead, tokensTotal + tokens);
    }
}
