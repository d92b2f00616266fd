package io.readingroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.chunking.Chunker;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.inference.InferenceException;
import io.readingroom.journey.Progress;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Profile;
import io.readingroom.reading.Reading;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReadingPassTest {

    private static final ContentDigest DIGEST = ContentDigest.of(new byte[0]);

    /// Four chunks of 16 characters.
    private static final String TEXT = "abcdefgh".repeat(8);

    private final PaperNotebook notebook = new PaperNotebook();
    private final ScriptedReader reader = new ScriptedReader();
    private final Walk walk = new Walk(DocumentId.random(), Turn.WITHOUT_END);

    @Test
    void chunks_are_read_side_by_side_and_come_out_in_the_order_of_the_text() throws Exception {
        reader.parallelism = 4;
        CyclicBarrier all = new CyclicBarrier(4);
        reader.script = span -> meet(all);
        assertThat(pass().run().orElseThrow())
                .extracting(Reading::span)
                .containsExactly(new Span(0, 16), new Span(16, 32), new Span(32, 48), new Span(48, 64));
        assertThat(notebook.progress).isEqualTo(new Progress(4, 4, 64, 64));
    }

    @Test
    void no_more_chunks_are_read_at_once_than_the_reader_takes() throws Exception {
        reader.parallelism = 2;
        CyclicBarrier pair = new CyclicBarrier(2);
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        reader.script = span -> {
            most.accumulateAndGet(reading.incrementAndGet(), Math::max);
            meet(pair);
            reading.decrementAndGet();
        };
        assertThat(pass().run().orElseThrow()).hasSize(4);
        assertThat(most).hasValue(2);
    }

    @Test
    void a_chunk_that_fails_lets_those_begun_finish_and_begins_no_other() {
        reader.parallelism = 2;
        CountDownLatch begun = new CountDownLatch(2);
        AtomicReference<Thread> failing = new AtomicReference<>();
        reader.script = span -> {
            if (span.start() == 0) {
                failing.set(Thread.currentThread());
            }
            begun.countDown();
            begun.await();
            if (span.start() == 0) {
                throw new InferenceException.Unavailable("server-down", null);
            }
            // Not only has it failed by then: it has also told the others.
            failing.get().join();
        };
        assertThatThrownBy(() -> pass().run()).isInstanceOf(InferenceException.Unavailable.class);
        assertThat(reader.asked).containsExactlyInAnyOrder(new Span(0, 16), new Span(16, 32));
        assertThat(notebook.chunks).containsOnlyKeys(new Span(16, 32));
    }

    @Test
    void stopping_the_walk_interrupts_all_that_are_reading() throws Exception {
        reader.parallelism = 4;
        CountDownLatch reading = new CountDownLatch(4);
        reader.script = span -> {
            reading.countDown();
            new CountDownLatch(1).await();
        };
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<List<Reading>>> readings = thread.submit(() -> pass().run());
            reading.await();
            walk.stop();
            assertThatThrownBy(readings::get).hasCauseInstanceOf(InterruptedException.class);
        }
        assertThat(notebook.chunks).isEmpty();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new AssertionError("the others did not come", alone);
        }
    }

    private ReadingPass pass() throws InterruptedException {
        Profile profile = new Profile("general", List.of(), DIGEST);
        Assignment assignment = new Assignment(profile, null);
        Page page = new Page(1, new Span(0, TEXT.length()));
        ExtractedText text = new ExtractedText(ProtectedText.of(TEXT), List.of(page), "text/plain", "en", List.of());
        Chunker chunker = new Chunker(reader.counter(), reader.budget(assignment));
        return new ReadingPass(
                new ReadingPass.Plan(reader, reader.origin(assignment), assignment, chunker, chunker.cut(text), DIGEST),
                walk,
                notebook);
    }
}
