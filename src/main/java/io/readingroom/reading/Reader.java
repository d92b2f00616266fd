package io.readingroom.reading;

import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.document.TokenCounter;

/// Reads chunks.
public interface Reader {

    /// Which engine reads: `ollama` or `extractive`.
    String engine();

    /// How many chunks of a document it reads side by side, at least one.
    int parallelism();

    /// Counts tokens as this reader's model does.
    TokenCounter counter() throws InterruptedException;

    /// The provenance of what this reader will say about the assignment.
    Origin origin(Assignment assignment) throws InterruptedException;

    /// How long a chunk may be, so that each question of the assignment and its answer fit the context.
    ChunkBudget budget(Assignment assignment) throws InterruptedException;

    /// Reads a chunk of `document`. Called from as many threads as [#parallelism] says.
    ///
    /// @return a [Reading], or a [SplitNeeded] when the chunk must be cut and its halves read
    /// @throws io.readingroom.inference.InferenceException when the model server gives no usable answer
    ReadingOutcome read(ChunkedText document, Chunk chunk, Assignment assignment) throws InterruptedException;
}
