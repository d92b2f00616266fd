package io.readingroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.inference.InferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    @ParameterizedTest
    @EnumSource(value = ExtractionRefusal.class, mode = EnumSource.Mode.EXCLUDE, names = "UNAVAILABLE")
    void a_document_that_cannot_be_extracted_fails(ExtractionRefusal refusal) {
        assertThat(Verdict.about(new RefusedException(refusal))).isEqualTo(new Verdict.Fail(refusal));
    }

    @Test
    void a_document_waits_for_an_extractor_that_is_away() {
        assertThat(Verdict.about(new RefusedException(ExtractionRefusal.UNAVAILABLE)))
                .isEqualTo(new Verdict.Postpone(ExtractionRefusal.UNAVAILABLE));
    }

    @Test
    void a_document_waits_for_a_model_server_that_is_away_and_not_for_one_that_is_set_up_wrongly() {
        assertThat(Verdict.about(new InferenceException.Unavailable("queue-full", null)))
                .isEqualTo(new Verdict.Postpone(PipelineRefusal.MODEL_UNAVAILABLE));
        assertThat(Verdict.about(new InferenceException.Misconfigured("model-remote")))
                .isEqualTo(new Verdict.Fail(PipelineRefusal.MODEL_MISCONFIGURED));
    }
}
