package io.readingroom.journey;

/// The document's journey has ended: somebody cancelled or erased it, or it ended another way. Stop working on it.
public final class JourneyEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param state in which it ended
    public JourneyEndedException(JourneyState state) {
        super(state.word());
    }
}
