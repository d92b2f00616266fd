package io.readingroom.intake.type;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a file is not accepted, as far as it can be told without reading it.
public enum TypeRefusal implements Refusal {
    MISMATCH("type-mismatch", 415, "The file's content is not what its name says; give it the right ending."),
    UNSUPPORTED("unsupported-type", 415, "Files of this type are not read; see the list of types."),
    ENCRYPTED("encrypted", 422, "The document is protected by a password; upload a copy without one."),
    TRUNCATED("truncated", 422, "The document ends before its format says it should; upload the whole file."),
    CORRUPT("corrupt", 422, "The document is damaged and cannot be read; export it again and upload the new copy.");

    private final ProblemType problemType;

    TypeRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
