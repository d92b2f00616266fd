package io.readingroom.grounding;

import java.util.List;

/// Words that were found.
///
/// @param evidence the place whose surroundings speak of what was asked, else the first
/// @param others the other places, in order
public record Grounded(Evidence evidence, List<Evidence> others) {}
