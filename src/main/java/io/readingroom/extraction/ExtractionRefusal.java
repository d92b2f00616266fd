package io.readingroom.extraction;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a document yields no text.
public enum ExtractionRefusal implements Refusal {
    ENCRYPTED("encrypted", 422, "The document is protected by a password; upload a copy without one."),
    CORRUPT("corrupt", 422, "The document is damaged and cannot be read; export it again and upload the new copy."),
    TRUNCATED("truncated", 422, "The document ends before its format says it should; upload the whole file."),
    UNSUPPORTED("unsupported-type", 415, "The content is of a type that is not read; see the list of types."),
    NO_TEXT("no-text", 422, "No text was found in the document; if it is a scan, switch on OCR and upload it again."),
    LIMIT("extraction-limit", 422, "The document needs more time, memory or nesting than extraction is allowed."),
    CRASHED("extraction-failed", 422, "Extraction of this document ended abnormally; try another format of it."),
    UNAVAILABLE(
            "extractor-unavailable", 503, "The extractor could not be reached for long; upload again once it is back.");

    private final ProblemType problemType;

    ExtractionRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
