package io.readingroom.grounding.value;

import io.readingroom.document.Span;

/// A date, duration, sum or number that stands in a text.
///
/// @param span where it stands
/// @param type what it is
/// @param normalized its normal form, as [Values#normalize] gives it; a percentage ends in `%`
public record Mention(Span span, ValueType type, String normalized) {}
