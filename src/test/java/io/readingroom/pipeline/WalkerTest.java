package io.readingroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.Coverage;
import io.readingroom.analysis.Material;
import io.readingroom.analysis.Provenance;
import io.readingroom.analysis.Sentiment;
import io.readingroom.analysis.SentimentLabel;
import io.readingroom.analysis.Summary;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.RefusedException;
import io.readingroom.document.Span;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.Extractor;
import io.readingroom.inference.InferenceException;
import io.readingroom.intake.Submission;
import io.readingroom.intake.Submissions;
import io.readingroom.journey.JourneyState;
import io.readingroom.journey.Progress;
import io.readingroom.reading.Profile;
import io.readingroom.reading.Reading;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.Usage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalkerTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ContentDigest DIGEST = ContentDigest.of(new byte[0]);
    private static final DocumentId DOCUMENT = DocumentId.random();

    /// Four chunks of 16 characters.
    private static final String TEXT = "abcdefgh".repeat(8);

    private final PaperNotebook notebook = new PaperNotebook();
    private final ScriptedReader reader = new ScriptedReader();
    private final List<Material> analysed = new ArrayList<>();
    private Extractor extractor = (content, mediaType) -> extracted(TEXT);
    private Turn turn = Turn.WITHOUT_END;
    private Walks walks = walks();

    @BeforeEach
    void afresh() {
        walks = walks();
    }

    @Test
    void a_document_is_extracted_read_in_order_and_brought_together() {
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(notebook.notes)
                .containsExactly(
                        "extracting|text|planned|read 0-16|read 16-32|read 32-48|read 48-64|analysing|completed"
                                .split("\\|", -1));
        assertThat(notebook.progress).isEqualTo(new Progress(4, 4, 64, 64));
        assertThat(analysed.getFirst().totalTokens()).isEqualTo(64);
        assertThat(notebook.begun).hasSameElementsAs(notebook.chunks.keySet());
    }

    @Test
    void a_chunk_that_is_too_long_is_read_in_halves_whose_spans_still_tile_the_text() {
        reader.longest = 8;
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(spansRead()).containsExactlyElementsOf(tiles(8));
        assertThat(notebook.progress).isEqualTo(new Progress(8, 8, 64, 64));
        assertThat(notebook.unread.values()).isNotEmpty().containsOnly("too-long");
    }

    @Test
    void what_the_cutting_cost_is_counted_once() {
        reader.longest = 8;
        walks.walk(DOCUMENT);
        Usage all = analysed.getFirst().readings().stream().map(Reading::usage).reduce(Usage.NONE, Usage::plus);
        assertThat(all.calls()).isEqualTo(reader.asked.size()).isEqualTo(12);
    }

    @Test
    void a_chunk_that_is_too_long_in_every_length_fails_the_document() {
        reader.longest = 0;
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(notebook.failure).isEqualTo(PipelineRefusal.UNREADABLE_CHUNK);
    }

    @Test
    void a_restart_goes_on_where_the_walk_ended() {
        failAt(new Span(32, 48), new InferenceException.Unavailable("server-down", null));
        assertThat(walks.walk(DOCUMENT)).contains(Duration.ofSeconds(5));
        reader.asked.clear();
        reader.script = span -> {};
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(reader.asked).containsExactly(new Span(32, 48), new Span(48, 64));
        assertThat(spansRead()).containsExactlyElementsOf(tiles(16));
        assertThat(notebook.notes).containsOnlyOnce("extracting");
        assertThat(notebook.progress).isEqualTo(new Progress(4, 4, 64, 64));
    }

    @Test
    void a_restart_in_the_middle_of_halves_reads_only_the_missing_ones() {
        reader.longest = 4;
        failAt(new Span(24, 28), new InferenceException.Unavailable("server-busy", null));
        walks.walk(DOCUMENT);
        reader.asked.clear();
        reader.script = span -> {};
        walks.walk(DOCUMENT);
        assertThat(reader.asked).startsWith(new Span(24, 32), new Span(24, 28), new Span(28, 32), new Span(32, 48));
        assertThat(spansRead()).containsExactlyElementsOf(tiles(4));
        assertThat(notebook.progress).isEqualTo(new Progress(16, 16, 64, 64));
    }

    @Test
    void readings_of_another_model_are_not_mixed_in() {
        failAt(new Span(32, 48), new InferenceException.Unavailable("server-down", null));
        walks.walk(DOCUMENT);
        reader.asked.clear();
        reader.script = span -> {};
        reader.modelDigest = "sha256:bb";
        walks.walk(DOCUMENT);
        assertThat(reader.asked).containsExactlyElementsOf(tiles(16));
    }

    @Test
    void an_unavailable_model_is_waited_for_and_then_fails_the_document() {
        failAt(new Span(0, 16), new InferenceException.Unavailable("server-down", null));
        assertThat(walks.walk(DOCUMENT)).contains(Duration.ofSeconds(5));
        assertThat(walks.walk(DOCUMENT)).contains(Duration.ofSeconds(10));
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(notebook.failure).isEqualTo(PipelineRefusal.MODEL_UNAVAILABLE);
        assertThat(notebook.unread.values()).containsOnly("model-unavailable");
    }

    @Test
    void a_missing_model_is_waited_for_and_a_refusing_one_is_not() {
        failAt(new Span(0, 16), new InferenceException.Misconfigured("model-missing"));
        assertThat(walks.walk(DOCUMENT)).isPresent();
        failAt(new Span(0, 16), new InferenceException.Misconfigured("request-refused"));
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(notebook.failure).isEqualTo(PipelineRefusal.MODEL_MISCONFIGURED);
    }

    @Test
    void a_document_that_yields_no_text_fails_with_the_extraction_s_own_reason() {
        extractor = (content, mediaType) -> {
            throw new RefusedException(ExtractionRefusal.ENCRYPTED);
        };
        afresh();
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(notebook.failure).isEqualTo(ExtractionRefusal.ENCRYPTED);
    }

    @Test
    void anything_unforeseen_fails_the_document_as_an_internal_error() {
        failAt(new Span(0, 16), new IllegalStateException("words of the document"));
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(notebook.failure).isEqualTo(PipelineRefusal.INTERNAL_ERROR);
    }

    @Test
    void nothing_is_noted_after_the_document_was_cancelled() {
        reader.script = span -> {
            if (span.start() == 16) {
                notebook.state = JourneyState.CANCELLED;
            }
        };
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(notebook.notes).endsWith("read 0-16");
        assertThat(reader.asked).hasSize(2);
    }

    @Test
    void a_document_whose_turn_is_over_goes_back_into_the_line_and_on_where_it_was() {
        turn = progress -> progress.chunksRead() % 2 == 0;
        assertThat(walks.walk(DOCUMENT)).contains(Duration.ZERO);
        assertThat(reader.asked).containsExactly(new Span(0, 16), new Span(16, 32));
        assertThat(notebook.notes).doesNotContain("completed");
        // The last chunk ends the document, whoever waits.
        assertThat(walks.walk(DOCUMENT)).isEmpty();
        assertThat(spansRead()).containsExactlyElementsOf(tiles(16));
        assertThat(reader.asked).hasSize(4);
    }

    @Test
    void stopping_a_document_interrupts_the_reader_at_once() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        reader.script = span -> {
            reading.countDown();
            new CountDownLatch(1).await();
        };
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<Duration>> again = thread.submit(() -> walks.walk(DOCUMENT));
            reading.await();
            walks.stop(DOCUMENT);
            assertThat(again.get()).isEmpty();
        }
        assertThat(notebook.failure).isNull();
        assertThat(walks.documents()).isEmpty();
    }

    @Test
    void a_stopping_replica_gives_its_documents_back() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        reader.script = span -> {
            reading.countDown();
            new CountDownLatch(1).await();
        };
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<Duration>> again = thread.submit(() -> walks.walk(DOCUMENT));
            reading.await();
            walks.stopAll();
            assertThat(again.get()).contains(Duration.ZERO);
        }
        assertThat(walks.walk(DOCUMENT)).contains(Duration.ZERO);
    }

    private void failAt(Span place, RuntimeException failure) {
        reader.script = span -> {
            if (span.equals(place)) {
                throw failure;
            }
        };
    }

    private List<Span> spansRead() {
        return analysed.getLast().readings().stream().map(Reading::span).toList();
    }

    private static List<Span> tiles(int length) {
        List<Span> tiles = new ArrayList<>();
        for (int start = 0; start < TEXT.length(); start += length) {
            tiles.add(new Span(start, start + length));
        }
        return tiles;
    }

    private Walks walks() {
        Profile profile = new Profile("general", List.of(), DIGEST);
        Walker walker = new Walker(
                new OneSubmission(), extractor, () -> reader, name -> profile, this::analyse, notebook, CLOCK, "test");
        return new Walks(walker, notebook, document -> turn);
    }

    private Analysis analyse(Material material) {
        analysed.add(material);
        Coverage.Share whole = new Coverage.Share(1, 1);
        return new Analysis(
                material.document(),
                new Summary("en", List.of(), List.of()),
                new Sentiment(SentimentLabel.NEUTRAL, 1, true, 0, 1, 0, List.of(), List.of()),
                List.of(),
                List.of(),
                new Coverage(whole, whole, whole),
                Rejected.NONE,
                List.of(),
                new Provenance(material.origin(), DIGEST, Usage.NONE, NOW, NOW, "test"));
    }

    private static ExtractedText extracted(String text) {
        Page page = new Page(1, new Span(0, text.length()));
        return new ExtractedText(ProtectedText.of(text), List.of(page), "text/plain", "en", List.of());
    }

    private static final class OneSubmission implements Submissions {

        @Override
        public Optional<Submission> find(DocumentId document) {
            return Optional.of(new Submission(document, "tenant", "text/plain", 64, null, "general", null, NOW));
        }

        @Override
        public InputStream open(DocumentId document) {
            return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
        }
    }
}
