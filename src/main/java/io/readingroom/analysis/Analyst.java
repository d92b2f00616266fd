package io.readingroom.analysis;

/// Brings readings together.
public interface Analyst {

    /// The analysis of a document that was read. Merges facts, weighs sentiment by length and condenses the summary.
    ///
    /// @throws io.readingroom.inference.InferenceException when the summary needs the model, which gives no answer
    Analysis analyse(Material material) throws InterruptedException;
}
