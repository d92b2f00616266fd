package io.readingroom.extraction.worker;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Reads one document, and through [Attachments] the documents inside it.
final class DocumentParser {

    private static final double GARBLED_SHARE = 0.1;
    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";

    private final Parsers parsers = new Parsers();
    private final MediaTypes types = new MediaTypes(parsers.registry());

    /// Parses `content`.
    ///
    /// @param metadata the type that the content is said to have, its name and encoding when they are known
    /// @param depth 0 for the document, 1 for what is attached to it
    /// @throws RefusedException and whatever the parsers throw; [Failures] tells what it means
    ParsedDocument parse(TikaInputStream content, Metadata metadata, Budget budget, int depth)
            throws IOException, TikaException, SAXException {
        String said = metadata.get(Metadata.CONTENT_TYPE);
        String hint = said == null ? "" : said;
        @Nullable Path file = content.getOpenContainer() == null ? content.getPath() : null;
        if (file != null) {
            scan(file, budget);
        }
        MediaType detected = parsers.detector().detect(content, metadata);
        String type = types.resolve(detected, hint);
        if (MediaTypes.isPlain(type)) {
            return new ParsedDocument(
                    type, List.of(RawPage.plain(plain(content.readAllBytes(), metadata, budget))), false);
        }
        if (file == null) {
            return parseMarkup(content, type, metadata, budget, depth);
        }
        requireComplete(type, file, budget);
        ParsedDocument parsed = parseMarkup(content, type, metadata, budget, depth);
        return new Ocr(budget.limits().ocrLanguages()).complete(file, parsed);
    }

    /// The text of a mail's body part.
    StringBuilder mailText(byte[] bytes, Metadata part, Budget budget) throws IOException {
        if (!MediaTypes.HTML.equals(part.get(Metadata.CONTENT_TYPE))) {
            return plain(bytes, part, budget);
        }
        PageHandler pages = new PageHandler(budget, true);
        Attachments none = new Attachments(this, budget, MediaTypes.HTML, 0);
        try {
            parsers.of(MediaTypes.HTML).parse(new ByteArrayInputStream(bytes), pages, part, parsers.context(none));
        } catch (TikaException | SAXException unreadable) {
            if (!budget.cut()) {
                throw new IOException(unreadable);
            }
        }
        return pages.pages().getFirst();
    }

    private ParsedDocument parseMarkup(
            TikaInputStream content, String type, Metadata metadata, Budget budget, int depth)
            throws IOException, TikaException, SAXException {
        PageHandler handler = new PageHandler(budget, type.equals(MediaTypes.HTML));
        Attachments attachments = new Attachments(this, budget, type, depth);
        metadata.set(Metadata.CONTENT_TYPE, type);
        try {
            parsers.of(type).parse(content, handler, metadata, parsers.context(attachments));
        } catch (Exception failure) {
            if (!budget.cut()) {
                throw failure;
            }
        }
        budget.rethrowExceeded();
        if (metadata.get(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM) != null) {
            budget.skipAttachment();
        }
        return new ParsedDocument(type, pages(type, metadata, handler, attachments), garbled(metadata));
    }

    private static List<RawPage> pages(String type, Metadata metadata, PageHandler handler, Attachments attachments) {
        List<RawPage> pages = new ArrayList<>();
        handler.pages().forEach(page -> pages.add(RawPage.laidOut(page)));
        if (type.equals(MediaTypes.MAIL)) {
            if (attachments.ciphertext() && attachments.body().isEmpty()) {
                throw new RefusedException(ExtractionRefusal.ENCRYPTED);
            }
            pages.clear();
            pages.add(RawPage.plain(attachments.body().text()));
        }
        if (MediaTypes.isMail(type)) {
            RawPage first = pages.removeFirst().under(MailHeader.of(metadata));
            pages.addFirst(new RawPage(first.text(), !first.text().isEmpty(), false));
        }
        if (type.equals(MediaTypes.TNEF) && !attachments.pages().isEmpty()) {
            // The mail's own text is inside like the rest.
            pages.clear();
        }
        pages.addAll(attachments.pages());
        return pages;
    }

    private static StringBuilder plain(byte[] bytes, Metadata metadata, Budget budget) {
        String text = new String(bytes, CharsetGuess.of(bytes, metadata.get(Metadata.CONTENT_ENCODING)));
        if (TextQuality.isBinary(text)) {
            throw new RefusedException(ExtractionRefusal.CORRUPT);
        }
        budget.endEarly(EarlyEnd.text(text));
        int granted = budget.takeCharacters(text.length());
        return new StringBuilder(text).delete(granted, text.length());
    }

    private static void scan(Path file, Budget budget) throws IOException {
        String magic = Completeness.head(file, ZIP.length());
        if (magic.equals(ZIP)) {
            new ContainerScan(budget).scan(file);
        } else if (magic.equals(OLE) && !Completeness.ole(file)) {
            throw new RefusedException(ExtractionRefusal.TRUNCATED);
        }
    }

    private static void requireComplete(String type, Path file, Budget budget) throws IOException {
        boolean complete = switch (type) {
            case MediaTypes.PDF -> Completeness.pdf(file);
            case MediaTypes.RTF -> Completeness.rtf(file);
            case String old when MediaTypes.isOldSheet(old) -> Completeness.oldSheet(file);
            default -> true;
        };
        budget.endEarly(
                switch (type) {
                    case MediaTypes.HTML -> EarlyEnd.html(file);
                    case MediaTypes.MAIL -> EarlyEnd.mail(file);
                    default -> false;
                });
        if (!complete) {
            throw new RefusedException(ExtractionRefusal.TRUNCATED);
        }
    }

    private static boolean garbled(Metadata metadata) {
        String share = metadata.get(PDF.OVERALL_PERCENTAGE_UNMAPPED_UNICODE_CHARS);
        return share != null && Double.parseDouble(share) > GARBLED_SHARE;
    }
}
