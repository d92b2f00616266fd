package io.readingroom.chunking;

/// How long the text of a chunk may be, in tokens of the model that reads it.
///
/// @param target the length to aim at; small, because accuracy falls long before the ceiling
/// @param ceiling the length never exceeded, at least `target` and at least 1
public record ChunkBudget(int target, int ceiling) {

    public ChunkBudget {
        if (target < 1 || ceiling < target) {
            throw new IllegalArgumentException("A chunk budget needs 1 <= target <= ceiling");
        }
    }
}
