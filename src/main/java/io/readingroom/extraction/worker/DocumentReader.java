package io.readingroom.extraction.worker;

import io.readingroom.extraction.ExtractionRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/// Reads one document from a file to an answer. Whatever a parser throws is an answer too, except when the
/// memory is gone: then nothing here can be relied on any more.
public final class DocumentReader {

    private final DocumentParser parser = new DocumentParser();

    /// Reads `file`.
    ///
    /// @param mediaType the type that intake decided on, a hint
    public WorkerAnswer read(Path file, String mediaType, ReadingLimits limits) {
        Budget budget = new Budget(limits);
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, mediaType);
        try {
            if (Files.size(file) == 0) {
                return new WorkerAnswer.Refused(ExtractionRefusal.NO_TEXT);
            }
            return Assembly.assemble(parse(file, metadata, budget), budget);
        } catch (Exception | StackOverflowError failure) {
            return new WorkerAnswer.Refused(Failures.refusal(failure));
        }
    }

    private ParsedDocument parse(Path file, Metadata metadata, Budget budget) throws Exception {
        try (TikaInputStream content = TikaInputStream.get(file)) {
            return parser.parse(content, metadata, budget, 0);
        } catch (Exception | StackOverflowError failure) {
            budget.rethrowExceeded();
            throw failure;
        }
    }
}
