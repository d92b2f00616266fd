package io.readingroom.extraction;

import java.io.InputStream;

/// Extracts text in a process of its own.
public interface Extractor {

    /// Reads a document to its end and answers its text.
    ///
    /// @param content the bytes of the document; not closed
    /// @param mediaType the media type that intake decided on, a hint
    /// @return the text, never empty of characters without a warning that says why
    /// @throws io.readingroom.document.RefusedException with an [ExtractionRefusal] when there is no text to be had
    /// @throws InterruptedException when the thread is interrupted; the work is then stopped
    ExtractedText extract(InputStream content, String mediaType) throws InterruptedException;
}
