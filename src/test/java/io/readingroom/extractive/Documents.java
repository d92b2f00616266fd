package io.readingroom.extractive;

import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.chunking.Chunker;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Reading;
import java.util.List;
import java.util.stream.Stream;

/// Documents for tests, and what the engine reads in them.
final class Documents {

    static final ExtractiveReader READER = new ExtractiveReader("test");

    private Documents() {}

    static ChunkedText cut(String text, String language, ChunkBudget budget) {
        List<Page> pages = List.of(new Page(1, new Span(0, text.length())));
        return new Chunker(READER.counter(), budget)
                .cut(new ExtractedText(ProtectedText.of(text), pages, "text/plain", language, List.of()));
    }

    static List<Reading> read(ChunkedText document, Assignment assignment) {
        return document.chunks().stream()
                .map(chunk -> (Reading) READER.read(document, chunk, assignment))
                .toList();
    }

    /// The reading of a document of one chunk.
    static Reading read(String text, String language, Assignment assignment) {
        return read(cut(text, language, READER.budget(assignment)), assignment).getFirst();
    }

    /// The values of a kind, in the words of the document.
    static List<String> values(Reading reading, String kind) {
        return reading.facts().stream()
                .filter(fact -> fact.kind().equals(kind))
                .map(fact -> fact.value().reveal())
                .toList();
    }

    static Stream<Evidence> evidence(Reading reading) {
        return Stream.of(
                        reading.facts().stream().flatMap(fact -> fact.evidence().stream()),
                        reading.summary().stream().flatMap(sentence -> sentence.evidence().stream()),
                        reading.sentiment().drivers().stream())
                .flatMap(stream -> stream);
    }
}
