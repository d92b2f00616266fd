package io.readingroom.inference;

/// The one door to the model server.
public interface ModelDoor {

    /// What the server says of the deployed model; asked at the first call and refreshed regularly.
    ///
    /// @throws InferenceException when the server or the model is not there
    ModelCard card() throws InterruptedException;

    /// The tokens that `prompt` will cost before its answer: text, question and chat template.
    int cost(Prompt prompt) throws InterruptedException;

    /// Waits for a permit and holds it until closed, so that the questions about one chunk follow each other on a
    /// server whose cache still holds the chunk.
    ///
    /// @throws InferenceException when the queue is full or the wait exceeds its limit
    ModelSession open() throws InterruptedException;
}
