package io.readingroom.reading;

import io.readingroom.document.ProtectedText;
import io.readingroom.grounding.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that stands in the text.
///
/// @param kind the name of the profile's field
/// @param value in the words of the document
/// @param normalized its normal form, or null when it has none
/// @param evidence where it stands, the most telling place first; at least one
public record GroundedFact(
        String kind, ProtectedText value, @Nullable ProtectedText normalized, List<Evidence> evidence) {}
