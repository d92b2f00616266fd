package io.readingroom.pipeline;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.readingroom.reading.GroundedFact;
import io.readingroom.reading.Reading;
import io.readingroom.reading.SentimentReading;

/// What is sealed as JSON while a document is being read; a native executable would not know these by itself. The types
/// inside them are registered by the room `result`, which keeps them, too.
@RegisterForReflection(targets = {Reading.class, GroundedFact.class, SentimentReading.class})
final class KeptTypes {

    private KeptTypes() {}
}
