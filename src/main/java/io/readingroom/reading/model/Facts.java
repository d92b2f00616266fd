package io.readingroom.reading.model;

import io.readingroom.reading.GroundedFact;
import java.util.List;

/// The facts of a chunk.
///
/// @param grounded in the order of the text
/// @param ungrounded how many values were dropped
/// @param invalid how many answers were none
/// @param cut whether the answer did not come to its end
record Facts(List<GroundedFact> grounded, int ungrounded, int invalid, boolean cut) {}
