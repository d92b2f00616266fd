package io.readingroom.result;

import io.readingroom.analysis.Provenance;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Usage;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Provenance", description = "Where the answer comes from.")
record ProvenanceView(
        @Schema(description = "Always true: the words were chosen by a program.")
        boolean aiGenerated,

        @Schema(
                description = "Who read.",
                enumeration = {"ollama", "extractive"})
        String engine,

        @Schema(examples = "0.32.15") String engineVersion,
        @Schema(examples = "gemma4:12b") String model,

        @Schema(description = "Digest of the model's manifest, or of the rules of the extractive engine.")
        String modelDigest,

        @Schema(description = "Digest of each prompt template, and of the profile, by its name.")
        Map<String, String> templateDigests,

        @Schema(description = "Digest of the UTF-8 bytes of the text.")
        String textDigest,

        int seed,

        @Schema(description = "The context that one prompt and its answer share; 0 for the extractive engine.")
        int contextTokens,

        int calls,

        @Schema(description = "Tokens of all prompts.") long promptTokens,

        @Schema(description = "Of those, tokens that the server still had in its cache.")
        long prefixTokens,

        long outputTokens,
        String startedAt,
        String finishedAt,
        String serviceVersion) {

    static ProvenanceView of(Provenance provenance) {
        Origin origin = provenance.origin();
        Usage usage = provenance.usage();
        Map<String, String> templates = new TreeMap<>();
        origin.templateDigests().forEach((name, digest) -> templates.put(name, digest.toString()));
        return new ProvenanceView(
                true,
                origin.engine(),
                origin.engineVersion(),
                origin.model(),
                origin.modelDigest(),
                templates,
                provenance.textDigest().toString(),
                origin.seed(),
                origin.contextTokens(),
                usage.calls(),
                usage.promptTokens(),
                usage.prefixTokens(),
                usage.outputTokens(),
                provenance.startedAt().toString(),
                provenance.finishedAt().toString(),
                provenance.serviceVersion());
    }
}
