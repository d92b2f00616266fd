package io.readingroom.analysis;

import java.util.List;

/// Facts that cannot all be true: one attribute, several values.
///
/// @param kind the kind of the facts
/// @param attribute what they disagree about
/// @param facts the ids of the facts
public record Conflict(String kind, String attribute, List<String> facts) {}
