package io.readingroom.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// Has `tesseract` read the pages of a PDF that carry no text. The only external program that is ever run,
/// and only when languages are given.
///
/// @param languages as `tesseract -l` takes them; empty for no OCR
record Ocr(String languages) {

    /// What Tesseract's manual asks for.
    private static final float DOTS_PER_INCH = 300;
    /// A page of A3 at that resolution. Some scanners make a pixel a point, and such pages are huge.
    private static final float MOST_DOTS = 3508f * 4961f;
    private static final float POINTS_PER_INCH = 72;

    ParsedDocument complete(Path file, ParsedDocument parsed) throws IOException {
        List<RawPage> pages = parsed.pages();
        if (languages.isEmpty()
                || !parsed.mediaType().equals(MediaTypes.PDF)
                || pages.stream().allMatch(RawPage::hasText)) {
            return parsed;
        }
        List<RawPage> completed = new ArrayList<>(pages);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (int i = 0; i < document.getNumberOfPages() && i < pages.size(); i++) {
                BufferedImage image = pages.get(i).hasText() ? null : image(document, i);
                if (image != null) {
                    completed.set(i, RawPage.recognised(recognise(image)));
                }
            }
        }
        return new ParsedDocument(parsed.mediaType(), completed, parsed.garbled());
    }

    /// The page as a scanner would see it, or null when it cannot be drawn: then it stays without text.
    private static @Nullable BufferedImage image(PDDocument document, int page) {
        try {
            PDRectangle box = document.getPage(page).getCropBox();
            float squareInches = box.getWidth() * box.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
            float resolution = Math.min(DOTS_PER_INCH, (float) Math.sqrt(MOST_DOTS / squareInches));
            return new PDFRenderer(document).renderImageWithDPI(page, resolution, ImageType.GRAY);
        } catch (IOException | RuntimeException broken) {
            return null;
        }
    }

    private String recognise(BufferedImage image) throws IOException {
        Path picture = Files.createTempFile("page", ".png");
        try {
            ImageIO.write(image, "png", picture.toFile());
            String text = tesseract(picture, languages);
            String alphabets = Arrays.stream(languages.split("\\+"))
                    .filter(language -> !EastAsian.is(language))
                    .collect(Collectors.joining("+"));
            // The models for ideographs know letters, too, but take the comma in a number for a point.
            boolean again = !alphabets.isEmpty() && !alphabets.equals(languages) && !EastAsian.in(text);
            return again ? tesseract(picture, alphabets) : text;
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    private static String tesseract(Path picture, String languages) throws IOException {
        Path text = Files.createTempFile("page", ".txt");
        try {
            ProcessBuilder command = new ProcessBuilder("tesseract", picture.toString(), "stdout", "-l", languages)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(text.toFile());
            // One thread a page is several times faster than Tesseract's default of one for each core.
            command.environment().put("OMP_THREAD_LIMIT", "1");
            int status = command.start().waitFor();
            return status == 0 ? Files.readString(text, StandardCharsets.UTF_8) : "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            Files.deleteIfExists(text);
        }
    }
}
