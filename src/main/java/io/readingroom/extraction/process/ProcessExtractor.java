package io.readingroom.extraction.process;

import io.quarkus.runtime.StartupEvent;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.Extractor;
import io.readingroom.extraction.worker.Frames;
import io.readingroom.extraction.worker.ReadingLimits;
import io.readingroom.extraction.worker.WorkerAnswer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.InputStream;
import org.jboss.logging.Logger;

/// Extracts each document in a process that is killed when it misbehaves, so that a hang, an exhausted
/// memory or a crash of a parser fails that document and nothing else.
@ApplicationScoped
class ProcessExtractor implements Extractor {

    private static final Logger LOG = Logger.getLogger(ProcessExtractor.class);

    private final ExtractionLimits limits;
    private final WorkerPool pool;
    private final String ocrLanguages;
    private final TextLanguage languages = new TextLanguage();

    @Inject
    ProcessExtractor(ExtractionLimits limits) {
        this(limits, WorkerCommand.ofThisProgram());
    }

    ProcessExtractor(ExtractionLimits limits, WorkerCommand command) {
        this.limits = limits;
        this.pool = new WorkerPool(limits, command);
        this.ocrLanguages = OcrLanguages.of(limits);
    }

    /// Has the extractor made when the service starts, so that a service that is told to use OCR and cannot
    /// does not come up.
    void onStart(@Observes StartupEvent event) {
        if (!ocrLanguages.isEmpty()) {
            LOG.infof("Scanned pages are read by tesseract: %s", ocrLanguages);
        } else if (limits.ocr() != ExtractionLimits.Ocr.OFF) {
            LOG.warnf(
                    "Scanned pages are not read: there is no tesseract on the PATH with one of the languages %s",
                    limits.ocrLanguages());
        }
    }

    @Override
    public ExtractedText extract(InputStream content, String mediaType) throws InterruptedException {
        Frames.Order order = new Frames.Order(mediaType, readingLimits());
        WorkerAnswer answer = pool.withWorker(worker -> worker.read(order, content, limits.timeLimit()));
        return switch (answer) {
            case WorkerAnswer.Refused(ExtractionRefusal refusal) -> throw new RefusedException(refusal);
            case WorkerAnswer.Read read ->
                new ExtractedText(
                        ProtectedText.of(read.text()),
                        read.pages(),
                        read.mediaType(),
                        languages.of(read.text()),
                        read.warnings());
        };
    }

    @PreDestroy
    void stop() {
        pool.close();
    }

    WorkerPool pool() {
        return pool;
    }

    private ReadingLimits readingLimits() {
        return new ReadingLimits(
                limits.characters(),
                limits.attachmentDepth(),
                limits.attachments(),
                limits.containerEntries(),
                limits.inflatedSize().asLongValue(),
                limits.inflationRatio(),
                ocrLanguages);
    }
}
