package io.readingroom.pipeline;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a document could not be walked to the end of the road.
public enum PipelineRefusal implements Refusal {
    UNREADABLE_CHUNK(
            "unreadable-chunk", 422, "The model can read one part of the document in no length; try another model."),
    MODEL_UNAVAILABLE(
            "model-unavailable", 503, "The model server could not be reached for long; upload again once it is back."),
    MODEL_MISSING("model-missing", 503, "The model server has no such model; the operator must install or rename it."),
    MODEL_MISCONFIGURED(
            "model-misconfigured",
            503,
            "The model server refuses how it is asked; the operator must check its settings."),
    MODEL_FAILED("model-failed", 502, "The model gave no usable answer about this document; try another model."),
    INTERNAL_ERROR("internal-error", 500, "Reading failed for a reason inside the service; its log names the kind.");

    private final ProblemType problemType;

    PipelineRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
