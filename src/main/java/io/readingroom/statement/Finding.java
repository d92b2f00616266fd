package io.readingroom.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one check found.
///
/// @param check the stable word for what was checked
/// @param finding a sentence; where the check failed, it says what to change
@RegisterForReflection
@Schema(description = "What one check found.")
record Finding(
        @Schema(description = "What was checked, as a stable word.", examples = "address-of-model-server")
        String check,

        @Schema(description = "What came out.", examples = "passed")
        Outcome outcome,

        @Schema(
                description = "What was found; where the check failed, what to change.",
                examples = "Every address of the model server is in a range that is allowed for it.")
        String finding) {

    @RegisterForReflection
    enum Outcome {
        /// It is as it should be.
        @JsonProperty("passed")
        PASSED,
        /// It is not: a service in production does not start.
        @JsonProperty("failed")
        FAILED,
        /// It could not be found out at this moment.
        @JsonProperty("unknown")
        UNKNOWN
    }

    static Finding passed(String check, String finding) {
        return new Finding(check, Outcome.PASSED, finding);
    }

    static Finding failed(String check, String finding) {
        return new Finding(check, Outcome.FAILED, finding);
    }

    static Finding unknown(String check, String finding) {
        return new Finding(check, Outcome.UNKNOWN, finding);
    }
}
