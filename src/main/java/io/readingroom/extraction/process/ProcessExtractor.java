package io.readingroom.extraction.process;

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
import jakarta.inject.Inject;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Extracts each document in a process that is killed when it misbehaves, so that a hang, an exhausted
/// memory or a crash of a parser fails that document and nothing else.
@ApplicationScoped
class ProcessExtractor implements Extractor {

    private final ExtractionLimits limits;
    private final WorkerPool pool;
    private final TextLanguage languages = new TextLanguage();

    @Inject
    ProcessExtractor(ExtractionLimits limits) {
        this(limits, WorkerCommand.ofThisProgram());
    }

    ProcessExtractor(ExtractionLimits limits, WorkerCommand command) {
        this.limits = limits;
        this.pool = new WorkerPool(limits, command);
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
                ocr() ? String.join("+", limits.ocrLanguages()) : "");
    }

    private boolean ocr() {
        return switch (limits.ocr()) {
            case OFF -> false;
            case AUTO -> hasTesseract();
            case ON -> {
                if (!hasTesseract()) {
                    throw new IllegalStateException(
                            "reading-room.extraction.ocr is on, but there is no tesseract on the PATH");
                }
                yield true;
            }
        };
    }

    private static boolean hasTesseract() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tesseract")));
    }
}
