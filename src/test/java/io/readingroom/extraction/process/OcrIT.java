package io.readingroom.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.readingroom.document.RefusedException;
import io.readingroom.document.Warning;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.worker.Fixtures;
import io.readingroom.extraction.worker.Frames;
import io.readingroom.extraction.worker.ReadingLimits;
import io.readingroom.reading.TestConfig;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real `tesseract` reads what a scanner made.
@Tag("ocr")
@Timeout(300)
class OcrIT {

    private static final String PDF = "application/pdf";
    private static final String PHRASE = "The tenant owes 1,250 euros on the first day of May 2014.";

    @TempDir
    private Path work;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "reading-room.extraction.ocr", "on",
            "reading-room.extraction.time-limit", "PT4M",
            "reading-room.extraction.workers", "1"));

    private ProcessExtractor extractor;

    @BeforeEach
    void may_read_scans_unless_a_test_says_otherwise() {
        extractor = extractor();
    }

    @AfterEach
    void no_process_and_no_file_is_left() {
        assertThat(inside(work)).allMatch(folder -> inside(folder).isEmpty());
        extractor.stop();
        assertThat(running()).isEmpty();
    }

    @Test
    void a_scan_is_read_and_every_page_says_that_it_was() throws Exception {
        ExtractedText read = read(Scans.repeated(2, Scans.latin(PHRASE)));
        assertThat(pages(read)).containsExactly(PHRASE, PHRASE);
        assertThat(read.warnings()).containsExactly(new Warning("text-from-ocr", 1), new Warning("text-from-ocr", 2));
        assertThat(read.language()).isEqualTo("en");
    }

    @Test
    void a_page_with_text_keeps_it_and_all_keep_their_numbers() throws Exception {
        ExtractedText read = read(mixed());
        assertThat(pages(read)).containsExactly("First page.", PHRASE, "", "Fourth page.");
        assertThat(read.warnings())
                .containsExactly(new Warning("text-from-ocr", 2), new Warning("page-without-text", 3));
    }

    @ParameterizedTest
    @CsvSource({"zh, chi_sim, 双方应当保守商业秘密，未经书面同意不得向第三方披露。", "ja, jpn, 契約期間は二〇二四年四月一日から三年間とする。"})
    void ideographs_are_read_without_being_told_which_language_they_are_of(String tag, String name, String phrase)
            throws Exception {
        assumeThat(OcrLanguages.of(limits())).contains(name);
        Optional<BufferedImage> image = Scans.any(phrase);
        assumeThat(image).as("a typeface for it").isPresent();
        ExtractedText read = read(Scans.repeated(1, image.orElseThrow()));
        assertThat(pages(read)).containsExactly(phrase);
        assertThat(read.language()).isEqualTo(tag);
    }

    @Test
    void a_scan_attached_to_a_mail_is_read() throws Exception {
        String mail = "From: a@b.example\nSubject: lease\nMIME-Version: 1.0\n"
                + "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=scan.pdf\n\n"
                + Base64.getMimeEncoder().encodeToString(Scans.repeated(1, Scans.latin(PHRASE)));
        ExtractedText read = read(mail.getBytes(StandardCharsets.UTF_8), "message/rfc822");
        assertThat(pages(read)).last().isEqualTo("[Attachment: scan.pdf]\n\n" + PHRASE);
        assertThat(read.warnings()).containsExactly(new Warning("text-from-ocr", 2));
    }

    @Test
    void scanners_ways_of_packing_a_page_are_known() throws Exception {
        BufferedImage image = Scans.latin(PHRASE);
        assertThat(pages(read(Scans.aPointForEachPixel(image)))).containsExactly(PHRASE);
        assertThat(pages(read(Scans.jbig2(image)))).containsExactly(PHRASE);
    }

    @Test
    void without_leave_nothing_is_recognised() throws Exception {
        settings.put("reading-room.extraction.ocr", "off");
        extractor = extractor();
        assertThat(read(mixed()).warnings())
                .containsExactly(new Warning("page-without-text", 2), new Warning("page-without-text", 3));
        byte[] scan = Scans.repeated(1, Scans.latin(PHRASE));
        assertRefused(() -> read(scan), ExtractionRefusal.NO_TEXT);
    }

    @Test
    void a_document_that_takes_too_long_takes_tesseract_along() throws Exception {
        settings.put("reading-room.extraction.time-limit", "PT25S");
        extractor = extractor();
        byte[] scan = Scans.repeated(400, Scans.latin(PHRASE));
        FutureTask<ProcessHandle> seen = new FutureTask<>(OcrIT::tesseract);
        Thread.ofVirtual().start(seen);
        assertRefused(() -> read(scan), ExtractionRefusal.LIMIT);
        assertThat(seen.get(1, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(running()).isEmpty();
    }

    @Test
    void a_worker_whose_service_is_gone_takes_tesseract_along() throws Exception {
        Process worker = new ProcessBuilder(WorkerCommand.ofThisProgram().line(256, work))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Frames.awaitHello(new DataInputStream(worker.getInputStream()));
        Frames.Order order = new Frames.Order(PDF, new ReadingLimits(1000, 1, 1, 1, 1, 1, "eng"));
        Frames.send(
                new DataOutputStream(worker.getOutputStream()),
                order,
                new ByteArrayInputStream(Scans.repeated(400, Scans.latin(PHRASE))));
        ProcessHandle tesseract = tesseract();
        worker.getOutputStream().close();
        assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(tesseract.onExit()).succeedsWithin(Duration.ofSeconds(5));
        inside(work).forEach(left -> left.toFile().delete());
    }

    private static byte[] mixed() throws IOException {
        return Scans.over(Fixtures.pdf("First page.", " ", " ", "Fourth page."), Map.of(2, Scans.latin(PHRASE)));
    }

    private ExtractedText read(byte[] pdf) throws InterruptedException {
        return read(pdf, PDF);
    }

    private ExtractedText read(byte[] document, String mediaType) throws InterruptedException {
        return extractor.extract(new ByteArrayInputStream(document), mediaType);
    }

    private static List<String> pages(ExtractedText read) {
        String text = read.text().reveal();
        return read.pages().stream()
                .map(page ->
                        text.substring(page.span().start(), page.span().end()).strip())
                .toList();
    }

    private static void assertRefused(Callable<?> reading, ExtractionRefusal expected) {
        assertThatThrownBy(reading::call)
                .extracting(thrown -> (Object) ((RefusedException) thrown).refusal())
                .isEqualTo(expected);
    }

    /// Waits until one runs.
    private static ProcessHandle tesseract() throws InterruptedException {
        while (true) {
            Optional<ProcessHandle> found = running()
                    .filter(process -> process.info().command().orElse("").endsWith("/tesseract"))
                    .findAny();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(20);
        }
    }

    private static Stream<ProcessHandle> running() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive);
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private ProcessExtractor extractor() {
        return new ProcessExtractor(limits(), new WorkerPool(limits()));
    }

    private ExtractionLimits limits() {
        settings.put("reading-room.extraction.work-folder", work.toString());
        return TestConfig.mapped(ExtractionLimits.class, settings);
    }
}
