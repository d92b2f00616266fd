package io.readingroom.admission;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why content is not shown in an emergency.
public enum AdmissionRefusal implements Refusal {
    REASON_UNKNOWN(
            "reason-unknown",
            400,
            "Break-Glass-Reason holds none of the reasons that the operator has configured for reading in an emergency."),
    GLASS_CLOSED(
            "glass-closed",
            403,
            "The caller has not opened the glass for this reason, or its time is over; see POST /v1/access/break-glass.");

    private final ProblemType problemType;

    AdmissionRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
