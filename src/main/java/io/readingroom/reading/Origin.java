package io.readingroom.reading;

import io.readingroom.document.ContentDigest;
import java.util.Map;

/// Who reads and by which questions: the part of the provenance that is known before reading.
///
/// @param engine `ollama` or `extractive`
/// @param engineVersion version of the model server, or of this service for the extractive engine
/// @param model the model's name, or the method of the extractive engine
/// @param modelDigest `sha256:…` of the model, or of the lexicons and rules
/// @param contextTokens the context one prompt and its answer share, 0 for the extractive engine
/// @param seed of the sampler
/// @param templateDigests digest of each prompt template by its name, and of the profile
public record Origin(
        String engine,
        String engineVersion,
        String model,
        String modelDigest,
        int contextTokens,
        int seed,
        Map<String, ContentDigest> templateDigests) {}
