package io.readingroom.reading;

import org.jspecify.annotations.Nullable;

/// What a reader is to find out.
///
/// @param profile which facts
/// @param answerLanguage BCP 47 tag of the language to answer in, null for the document's own
public record Assignment(Profile profile, @Nullable String answerLanguage) {}
