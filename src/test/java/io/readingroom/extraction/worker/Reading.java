package io.readingroom.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.Warning;
import io.readingroom.extraction.ExtractionRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Has bytes read in this process and looks at the answer.
record Reading(WorkerAnswer answer) {

    static final ReadingLimits LIMITS = new ReadingLimits(1_000_000, 4, 20, 1000, 64 << 20, 200, "");

    private static final DocumentReader READER = new DocumentReader();

    static Reading of(byte[] bytes, String mediaType) {
        return of(bytes, mediaType, LIMITS);
    }

    static Reading of(byte[] bytes, String mediaType, ReadingLimits limits) {
        try {
            Path file = Files.createTempFile("document", ".bin");
            try {
                Files.write(file, bytes);
                return new Reading(READER.read(file, mediaType, limits));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    WorkerAnswer.Read read() {
        assertThat(answer).isInstanceOf(WorkerAnswer.Read.class);
        return (WorkerAnswer.Read) answer;
    }

    String text() {
        return read().text();
    }

    List<String> pages() {
        WorkerAnswer.Read read = read();
        return read.pages().stream()
                .map(page -> read.text()
                        .substring(page.span().start(), page.span().end())
                        .strip())
                .toList();
    }

    List<String> warnings() {
        return read().warnings().stream().map(Warning::code).toList();
    }

    ExtractionRefusal refusal() {
        assertThat(answer).isInstanceOf(WorkerAnswer.Refused.class);
        return ((WorkerAnswer.Refused) answer).refusal();
    }
}
