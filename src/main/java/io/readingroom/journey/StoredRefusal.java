package io.readingroom.journey;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// A refusal that was met on the journey, as it was written down.
record StoredRefusal(ProblemType problemType) implements Refusal {}
