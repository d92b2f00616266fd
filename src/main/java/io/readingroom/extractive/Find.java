package io.readingroom.extractive;

import io.readingroom.document.Span;
import org.jspecify.annotations.Nullable;

/// A value that a rule found.
///
/// @param span where it stands, from the beginning of the chunk
/// @param normalized its normal form, null when it has none
record Find(Span span, @Nullable String normalized) {}
