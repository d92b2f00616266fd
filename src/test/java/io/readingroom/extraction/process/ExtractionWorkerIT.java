package io.readingroom.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.worker.Fixtures;
import io.readingroom.reading.TestConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, well-behaved and not.
@Timeout(120)
class ExtractionWorkerIT {

    private static final String TEXT = "text/plain";

    @TempDir
    private Path work;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "reading-room.extraction.workers", "1",
            "reading-room.extraction.memory", "64M",
            "reading-room.extraction.time-limit", "PT30S"));

    private final Children children = new Children();
    private WorkerPool pool;
    private ProcessExtractor extractor;

    @BeforeEach
    void behaves_unless_a_test_says_otherwise() {
        pool = new WorkerPool(limits(), HostileWorker.command("serve"));
        extractor = new ProcessExtractor(limits(), pool);
    }

    @AfterEach
    void no_process_and_no_file_is_left() throws IOException {
        extractor.stop();
        assertThat(pool.size()).isZero();
        assertThat(children.descendants()).isEmpty();
        assertThat(inside()).isEmpty();
    }

    @Test
    void documents_are_read_by_a_warm_worker_of_the_same_program() throws Exception {
        settings.put("reading-room.extraction.memory", "256M");
        extractor = real();
        ExtractedText pdf = extractor.extract(
                bytes(Fixtures.pdf(
                        "The landlord and the tenant agree on the following.", "And there is one more page.")),
                "application/pdf");
        long worker = onlyChild().pid();
        ExtractedText text = extractor.extract(bytes("契約期間は三年とする。"), TEXT);
        assertThat(pdf.pages()).hasSize(2);
        assertThat(pdf.language()).isEqualTo("en");
        assertThat(text.text().reveal()).isEqualTo("契約期間は三年とする。");
        assertThat(text.language()).isEqualTo("ja");
        assertThat(onlyChild().pid()).isEqualTo(worker);
        assertThatThrownBy(() -> extractor.extract(bytes("<?xml version='1.0'?><a/>"), "application/xml"))
                .extracting(ExtractionWorkerIT::refusal)
                .isEqualTo(ExtractionRefusal.UNSUPPORTED);
        assertThat(inside()).hasSize(1);
        try (Stream<Path> left = Files.list(inside().getFirst())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_worker_is_replaced_after_its_share_of_documents() throws Exception {
        settings.put("reading-room.extraction.documents-per-worker", "2");
        extractor = hostile("serve");
        extractor.extract(bytes("x"), TEXT);
        long first = onlyChild().pid();
        extractor.extract(bytes("x"), TEXT);
        assertThat(pool.size()).isZero();
        extractor.extract(bytes("x"), TEXT);
        assertThat(onlyChild().pid()).isNotEqualTo(first);
    }

    @Test
    void a_hang_is_ended_with_all_that_it_started_and_the_next_document_is_read() throws Exception {
        settings.put("reading-room.extraction.time-limit", "PT2S");
        extractor = hostile("serve");
        assertFails("test/hang", ExtractionRefusal.LIMIT);
        assertThat(children.descendants()).isEmpty();
        assertNextIsRead();
    }

    @Test
    void exhausted_memory_a_crash_and_babble_fail_one_document_each() throws Exception {
        extractor = hostile("serve");
        assertFails("test/hoard", ExtractionRefusal.LIMIT);
        assertNextIsRead();
        assertFails("test/crash", ExtractionRefusal.CRASHED);
        assertNextIsRead();
        assertFails("test/babble", ExtractionRefusal.CRASHED);
        assertNextIsRead();
    }

    @Test
    void a_worker_that_never_comes_up_fails_the_document() {
        settings.put("reading-room.extraction.start-limit", "PT2S");
        extractor = hostile("mute");
        assertFails(TEXT, ExtractionRefusal.LIMIT);
    }

    @Test
    void an_interrupted_caller_takes_its_worker_along() throws Exception {
        extractor = hostile("serve");
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                extractor.extract(signalling(sent), "test/hang");
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
        });
        assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.size()).isZero();
        assertNextIsRead();
    }

    @Test
    void a_worker_whose_input_closes_ends_by_itself() throws Exception {
        extractor = real();
        ExtractionLimits limits = limits();
        ProcessBuilder builder =
                new ProcessBuilder(realCommand().line(limits.memory().asLongValue() >> 20, work));
        Process worker = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(worker.getInputStream().readNBytes(4)).hasSize(4);
        worker.getOutputStream().close();
        assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
        try (Stream<Path> cache = Files.list(work)) {
            cache.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void a_worker_sees_nothing_of_the_environment_and_leaves_nothing_behind() throws Exception {
        extractor = hostile("serve");
        List<String> names = extractor
                .extract(bytes("x"), "test/environment")
                .text()
                .reveal()
                .lines()
                .toList();
        assertThat(names).containsExactlyInAnyOrder("LANG", "TMPDIR");
        extractor.extract(bytes("x"), "test/litter");
        try (Stream<Path> left = Files.list(inside().getFirst())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_source_that_fails_is_not_the_documents_fault() {
        extractor = hostile("serve");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> extractor.extract(broken, TEXT)).isInstanceOf(UncheckedIOException.class);
    }

    private void assertFails(String deed, ExtractionRefusal expected) {
        assertThatThrownBy(() -> extractor.extract(bytes("x"), deed))
                .extracting(ExtractionWorkerIT::refusal)
                .isEqualTo(expected);
    }

    private void assertNextIsRead() throws InterruptedException {
        assertThat(extractor.extract(bytes("x"), TEXT).text().reveal()).isEqualTo("ok");
    }

    private static Object refusal(Throwable thrown) {
        return ((RefusedException) thrown).refusal();
    }

    private ProcessHandle onlyChild() {
        return children.children()
                .reduce((one, other) -> {
                    throw new AssertionError("more than one worker");
                })
                .orElseThrow();
    }

    private List<Path> inside() throws IOException {
        try (Stream<Path> folders = Files.list(work)) {
            return folders.toList();
        }
    }

    private ProcessExtractor real() {
        return extractor(realCommand());
    }

    private static WorkerCommand realCommand() {
        return WorkerCommand.ofThisProgram();
    }

    private ProcessExtractor hostile(String mood) {
        return extractor(HostileWorker.command(mood));
    }

    private ProcessExtractor extractor(WorkerCommand command) {
        pool = new WorkerPool(limits(), command);
        return new ProcessExtractor(limits(), pool);
    }

    private ExtractionLimits limits() {
        settings.put("reading-room.extraction.work-folder", work.toString());
        return TestConfig.mapped(ExtractionLimits.class, settings);
    }

    private static InputStream bytes(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static InputStream signalling(CountDownLatch end) {
        return new ByteArrayInputStream(new byte[] {1}) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                int read = super.read(target, offset, length);
                if (read < 0) {
                    end.countDown();
                }
                return read;
            }
        };
    }
}
