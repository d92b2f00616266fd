package io.readingroom.result;

import io.readingroom.document.DocumentId;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Warning;
import java.util.List;

/// The extracted text of a document as it is kept, sealed.
public record KeptText(
        DocumentId document,
        ProtectedText text,
        List<Page> pages,
        String mediaType,
        String language,
        List<Warning> warnings) {}
