package io.readingroom.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.analysis.Material;
import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.document.DocumentId;
import io.readingroom.reading.Reading;
import io.readingroom.reading.SupportedSentence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtractiveCondenserTest {

    @Test
    void a_summary_of_parts_is_made_of_their_sentences_with_their_evidence() {
        String text = IntStream.range(0, 60)
                .mapToObj(i ->
                        "The committee of district " + i + " approved the budget for schools and roads after debate. ")
                .collect(Collectors.joining());
        ChunkedText document = Documents.cut(text, "en", new ChunkBudget(100, 150));
        List<Reading> readings = Documents.read(document, Assignments.CONTRACT);
        Material material = new Material(
                new DocumentId(UUID.randomUUID()),
                document.text(),
                document.pages(),
                "en",
                List.of(),
                Assignments.CONTRACT,
                Documents.READER.origin(Assignments.CONTRACT),
                readings,
                1,
                Instant.EPOCH);
        List<SupportedSentence> sentences =
                new ExtractiveCondenser().condense(material).sentences();
        assertThat(sentences).hasSizeBetween(1, 10);
        assertThat(readings.stream()
                        .flatMap(reading -> reading.summary().stream())
                        .toList())
                .containsAll(sentences);
        assertThat(sentences.stream()
                        .map(s -> s.evidence().getFirst().span().start())
                        .toList())
                .isSorted();
    }
}
