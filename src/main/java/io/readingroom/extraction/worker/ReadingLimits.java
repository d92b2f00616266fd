package io.readingroom.extraction.worker;

/// What one document may use up inside its process. Time and memory are the parent's to enforce.
///
/// @param characters UTF-16 units of text; text beyond them is cut and the cut is warned of
/// @param attachmentDepth levels of documents inside documents
/// @param attachments documents inside the document, all levels together
/// @param containerEntries entries of one zip container
/// @param inflatedBytes bytes that all zip containers together unfold to
/// @param inflationRatio unfolded bytes for each packed byte, checked for entries above one megabyte
/// @param ocrLanguages languages for `tesseract`, such as `eng+jpn`; empty when OCR is off
public record ReadingLimits(
        int characters,
        int attachmentDepth,
        int attachments,
        int containerEntries,
        long inflatedBytes,
        int inflationRatio,
        String ocrLanguages) {

    ReadingLimits withOcrLanguages(String languages) {
        return new ReadingLimits(
                characters, attachmentDepth, attachments, containerEntries, inflatedBytes, inflationRatio, languages);
    }
}
