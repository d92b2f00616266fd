package io.readingroom.extraction.process;

import io.quarkus.runtime.StartupEvent;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.RefusedException;
import io.readingroom.egress.EgressLock;
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

/// Extracts each document in a process that is killed when it misbehaves, so that a hang, an exhausted
/// memory or a crash of a parser fails that document and nothing else. The process is a child of this one, or
/// of an extractor on the network, where a parser that was taken over reaches even less.
@ApplicationScoped
class ProcessExtractor implements Extractor {

    private final ExtractionLimits limits;
    private final Workers workers;
    private final TextLanguage languages = new TextLanguage();

    @Inject
    ProcessExtractor(ExtractionLimits limits, EgressLock lock) {
        this(
                limits,
                limits.address()
                        .<Workers>map(address -> RemoteWorkers.at(address, lock))
                        .orElseGet(() -> new WorkerPool(limits)));
    }

    ProcessExtractor(ExtractionLimits limits, Workers workers) {
        this.limits = limits;
        this.workers = workers;
    }

    /// Has the extractor made when the service starts, so that a service that is told to use OCR and
    /// cannot, or is given an address that is none, does not come up.
    void onStart(@Observes StartupEvent event) {}

    @Override
    public ExtractedText extract(InputStream content, String mediaType) throws InterruptedException {
        WorkerAnswer answer = workers.read(new Frames.Order(mediaType, readingLimits()), content);
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
        workers.close();
    }

    private ReadingLimits readingLimits() {
        return new ReadingLimits(
                limits.characters(),
                limits.attachmentDepth(),
                limits.attachments(),
                limits.containerEntries(),
                limits.inflatedSize().asLongValue(),
                limits.inflationRatio(),
                "");
    }
}
