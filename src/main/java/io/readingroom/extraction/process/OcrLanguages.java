package io.readingroom.extraction.process;

import io.readingroom.extraction.worker.EastAsian;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The languages that `tesseract` is asked to look for: of those in the settings, the ones that are
/// installed.
final class OcrLanguages {

    private static final Logger LOG = Logger.getLogger(OcrLanguages.class);
    private static final int SECONDS_TO_ANSWER = 20;

    private OcrLanguages() {}

    /// What `tesseract -l` takes, such as `jpn+eng`; empty when there is to be no OCR.
    ///
    /// @throws IllegalStateException when OCR is on and there is no `tesseract` with one of the languages
    static String of(ExtractionLimits limits) {
        if (limits.ocr() == ExtractionLimits.Ocr.OFF) {
            return "";
        }
        String chosen = chosen(limits.ocr(), limits.ocrLanguages(), installed());
        if (chosen.isEmpty()) {
            LOG.warnf(
                    "Scanned pages are not read: there is no tesseract on the PATH with one of the languages %s",
                    limits.ocrLanguages());
        } else {
            LOG.infof("Scanned pages are read by tesseract: %s", chosen);
        }
        return chosen;
    }

    /// Tesseract tries languages in turn and is content with the first that it believes in. It believes to
    /// see Latin letters in ideographs, but no ideographs in Latin letters: ideographs come first.
    static String chosen(ExtractionLimits.Ocr ocr, List<String> wanted, Set<String> installed) {
        String chosen = wanted.stream()
                .filter(installed::contains)
                .distinct()
                .sorted(Comparator.comparing(language -> !EastAsian.is(language)))
                .collect(Collectors.joining("+"));
        if (ocr == ExtractionLimits.Ocr.ON && chosen.isEmpty()) {
            throw new IllegalStateException("reading-room.extraction.ocr is on, but there is no tesseract on the PATH"
                    + " that has one of the languages " + String.join(", ", wanted));
        }
        return ocr == ExtractionLimits.Ocr.OFF ? "" : chosen;
    }

    /// The languages that `tesseract` says it has; none when it is not there or does not work.
    private static Set<String> installed() {
        try {
            Process tesseract = new ProcessBuilder("tesseract", "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            try (Stream<String> lines =
                    tesseract.inputReader(StandardCharsets.UTF_8).lines()) {
                if (!tesseract.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
                    return Set.of();
                }
                return tesseract.exitValue() == 0 ? lines.collect(Collectors.toSet()) : Set.of();
            } finally {
                tesseract.destroyForcibly();
            }
        } catch (IOException notThere) {
            return Set.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }
}
