package io.readingroom.intake;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;
import java.util.Set;

/// [IntakeRefusal#PROFILE_UNKNOWN] with the names that would do. They are the operator's, not content.
///
/// @param known the names of all profiles
record ProfileUnknown(Set<String> known) implements Refusal {

    @Override
    public ProblemType problemType() {
        ProblemType general = IntakeRefusal.PROFILE_UNKNOWN.problemType();
        return new ProblemType(
                general.code(), general.status(), general.sentence() + " Known are: " + String.join(", ", known) + ".");
    }
}
