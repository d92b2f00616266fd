package io.readingroom.extraction.process;

import io.readingroom.extraction.worker.Fixtures;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pages as a scanner makes them: nothing but an image of the text.
final class Scans {

    private static final int WIDTH = 2550;
    private static final int HEIGHT = 3300;
    private static final float LETTERS = 58;

    private Scans() {}

    /// The image of a page with a line of Latin text, in the typeface that PDFBox brings along.
    static BufferedImage latin(String line) throws IOException {
        try (PDDocument document = Loader.loadPDF(Fixtures.pdf(line))) {
            return new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.BINARY);
        }
    }

    /// The image of a page with a line of any text, if this machine has a typeface for it.
    static Optional<BufferedImage> any(String line) {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(typeface -> typeface.canDisplayUpTo(line) < 0)
                .findFirst()
                .map(typeface -> drawn(line, typeface));
    }

    private static BufferedImage drawn(String line, Font typeface) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        pen.setFont(typeface.deriveFont(LETTERS));
        pen.drawString(line, WIDTH / 10, HEIGHT / 10);
        pen.dispose();
        return image;
    }

    /// A document with an image over each of the numbered pages.
    static byte[] over(byte[] pdf, Map<Integer, BufferedImage> images) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (Map.Entry<Integer, BufferedImage> each : images.entrySet()) {
                draw(
                        document,
                        document.getPage(each.getKey() - 1),
                        LosslessFactory.createFromImage(document, each.getValue()));
            }
            return saved(document);
        }
    }

    /// A document of `pages` pages with the same image.
    static byte[] repeated(int pages, BufferedImage image) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject shared = LosslessFactory.createFromImage(document, image);
            for (int i = 0; i < pages; i++) {
                draw(document, page(document, PDRectangle.LETTER), shared);
            }
            return saved(document);
        }
    }

    /// A document of one page that is as many points wide as the image has pixels.
    static byte[] aPointForEachPixel(BufferedImage image) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = page(document, new PDRectangle(image.getWidth(), image.getHeight()));
            draw(document, page, CCITTFactory.createFromImage(document, image));
            return saved(document);
        }
    }

    /// A document of one page whose image is packed as JBIG2: the CCITT code of the image as the one region
    /// of the page (ITU-T T.88, 7.4.6 and 7.4.8).
    static byte[] jbig2(BufferedImage image) throws IOException {
        try (PDDocument document = new PDDocument()) {
            byte[] ccitt = CCITTFactory.createFromImage(document, image)
                    .getCOSObject()
                    .createRawInputStream()
                    .readAllBytes();
            int width = image.getWidth();
            int height = image.getHeight();
            byte[] segments = ByteBuffer.allocate(11 + 19 + 11 + 18 + ccitt.length)
                    .put(new byte[] {0, 0, 0, 0, 48, 0, 1})
                    .putInt(19)
                    .putInt(width)
                    .putInt(height)
                    .put(new byte[11])
                    .put(new byte[] {0, 0, 0, 1, 38, 0, 1})
                    .putInt(18 + ccitt.length)
                    .putInt(width)
                    .putInt(height)
                    .put(new byte[9])
                    .put((byte) 1)
                    .put(ccitt)
                    .array();
            PDImageXObject packed = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(segments),
                    COSName.JBIG2_DECODE,
                    width,
                    height,
                    1,
                    PDDeviceGray.INSTANCE);
            draw(document, page(document, PDRectangle.LETTER), packed);
            return saved(document);
        }
    }

    private static PDPage page(PDDocument document, PDRectangle size) {
        PDPage page = new PDPage(size);
        document.addPage(page);
        return page;
    }

    private static void draw(PDDocument document, PDPage page, PDImageXObject image) throws IOException {
        PDRectangle box = page.getMediaBox();
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
            content.drawImage(image, 0, 0, box.getWidth(), box.getHeight());
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
