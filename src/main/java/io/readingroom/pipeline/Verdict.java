package io.readingroom.pipeline;

import io.readingroom.audit.AuditRefusal;
import io.readingroom.document.Refusal;
import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.inference.InferenceException;
import io.readingroom.journey.JourneyEndedException;
import io.readingroom.privacy.PrivacyRefusal;
import io.readingroom.privacy.keys.KeyRefusal;

/// What to do about something that was in the way.
sealed interface Verdict {

    /// Give up, and say why.
    record Fail(Refusal refusal) implements Verdict {}

    /// Wait and try again a bounded number of times, then give up and say why.
    record Postpone(Refusal refusal) implements Verdict {}

    /// Nothing: the document was cancelled or erased.
    record Ended() implements Verdict {}

    /// What it was, a stable word.
    default String reason() {
        return switch (this) {
            case Fail fail -> fail.refusal().code();
            case Postpone postpone -> postpone.refusal().code();
            case Ended ended -> "ended";
        };
    }

    /// The verdict about a failure. Only those the operator or time can mend are worth waiting for.
    static Verdict about(Throwable failure) {
        return switch (failure) {
            case JourneyEndedException ended -> new Ended();
            case RefusedException refused -> about(refused.refusal());
            case InferenceException.Unavailable unavailable -> new Postpone(PipelineRefusal.MODEL_UNAVAILABLE);
            case InferenceException.Misconfigured wrong ->
                wrong.code().equals("model-missing")
                        ? new Postpone(PipelineRefusal.MODEL_MISSING)
                        : new Fail(PipelineRefusal.MODEL_MISCONFIGURED);
            case InferenceException useless -> new Fail(PipelineRefusal.MODEL_FAILED);
            default -> new Fail(PipelineRefusal.INTERNAL_ERROR);
        };
    }

    private static Verdict about(Refusal refusal) {
        if (refusal == PrivacyRefusal.ERASED) {
            return new Ended();
        }
        return refusal == KeyRefusal.UNAVAILABLE
                        || refusal == ExtractionRefusal.UNAVAILABLE
                        || refusal == AuditRefusal.UNAVAILABLE
                ? new Postpone(refusal)
                : new Fail(refusal);
    }
}
