package io.readingroom.telemetry;

/// All that a step may say about itself, by the names of OpenTelemetry's conventions where they have
/// one. What is not here is in no trace.
public enum Fact {
    /// The id of the document.
    DOCUMENT("reading_room.document.id"),
    /// The id of the request, as the answer's `X-Request-Id` and the register say it.
    REQUEST("reading_room.request.id"),
    /// How the step ended, a stable word.
    OUTCOME("reading_room.outcome"),
    /// Pages of the text.
    PAGES("reading_room.pages"),
    /// Characters of the text, in UTF-16 units.
    CHARACTERS("reading_room.characters"),
    /// Chunks of the text.
    CHUNKS("reading_room.chunks"),
    /// Tokens of the text or the chunk, as the service counts them.
    TOKENS("reading_room.tokens"),
    /// Facts that were found.
    FACTS("reading_room.facts"),
    /// The kind of failure, a stable word or the name of a class.
    FAILURE("error.type"),
    /// The method of a request.
    METHOD("http.request.method"),
    /// The template of a request's path.
    ROUTE("http.route"),
    /// The status of an answer.
    STATUS("http.response.status_code"),
    /// What a model is asked to do.
    OPERATION("gen_ai.operation.name"),
    /// The kind of model server.
    PROVIDER("gen_ai.provider.name"),
    /// The model's name.
    MODEL("gen_ai.request.model"),
    /// The longest answer, in tokens.
    MOST_OUTPUT("gen_ai.request.max_tokens"),
    /// The sampler's seed.
    SEED("gen_ai.request.seed"),
    /// Why the model stopped.
    FINISH("gen_ai.response.finish_reasons"),
    /// Tokens of the prompt, as the server counted them.
    PROMPT_TOKENS("gen_ai.usage.input_tokens"),
    /// Tokens of the answer.
    OUTPUT_TOKENS("gen_ai.usage.output_tokens"),
    /// The digest of the model's manifest.
    MODEL_DIGEST("reading_room.model.digest"),
    /// How long the server read the prompt, in milliseconds.
    PREFILL("reading_room.prefill_ms");

    private final String attribute;

    Fact(String attribute) {
        this.attribute = attribute;
    }

    String attribute() {
        return attribute;
    }
}
