package io.readingroom.inference;

/// A permit to ask the model, one question after the other.
public interface ModelSession extends AutoCloseable {

    /// Asks and waits for the finished answer. Interrupting the thread closes the connection, which stops the server.
    ///
    /// @throws InferenceException when there is no finished answer; the subtype says what a caller can do about it
    Answer ask(Prompt prompt) throws InterruptedException;

    /// Gives the permit back.
    @Override
    void close();
}
