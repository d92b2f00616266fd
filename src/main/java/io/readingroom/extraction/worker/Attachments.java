package io.readingroom.extraction.worker;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;

/// Reads what is inside a document as further pages behind its own, each under a line with its name. What
/// cannot be read is passed over and warned of; pictures that illustrate are passed over in silence.
final class Attachments implements EmbeddedDocumentExtractor {

    private static final int LONGEST_NAME = 200;
    private static final Set<String> SILENT_KINDS = Set.of(
            "INLINE", "THUMBNAIL", "MACRO", "METADATA", "FONT", "RENDERING", "VERSION", "ALTERNATE_FORMAT_CHUNK");
    private static final Set<String> SIGNATURES =
            Set.of("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature");
    private static final Set<String> CIPHERTEXTS =
            Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

    private final DocumentParser parser;
    private final Budget budget;
    private final String parentType;
    private final int depth;
    private final List<RawPage> pages = new ArrayList<>();
    private final MailBody body = new MailBody();
    private boolean ciphertext;

    Attachments(DocumentParser parser, Budget budget, String parentType, int depth) {
        this.parser = parser;
        this.budget = budget;
        this.parentType = parentType;
        this.depth = depth;
    }

    List<RawPage> pages() {
        return pages;
    }

    MailBody body() {
        return body;
    }

    boolean ciphertext() {
        return ciphertext;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return true;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws IOException {
        if (budget.cut() || isSilent(metadata)) {
            return;
        }
        if (parentType.equals(MediaTypes.MAIL) && MailBody.holds(metadata)) {
            body.add(metadata, parser.mailText(stream.readAllBytes(), metadata, budget));
            return;
        }
        try (TikaInputStream content = TikaInputStream.get(stream)) {
            read(content, metadata);
        }
    }

    private void read(TikaInputStream content, Metadata metadata) {
        budget.enterAttachment(depth + 1);
        try {
            ParsedDocument attached = parser.parse(content, attachment(metadata), budget, depth + 1);
            String label = label(metadata);
            boolean first = true;
            for (RawPage page : attached.pages()) {
                pages.add(first ? page.under(label) : page);
                first = false;
            }
        } catch (Exception | StackOverflowError unreadable) {
            budget.rethrowExceeded();
            ExtractionRefusal refusal = Failures.refusal(unreadable);
            if (refusal == ExtractionRefusal.LIMIT) {
                throw new RefusedException(refusal, unreadable);
            }
            if (!isPicture(metadata, parentType)) {
                budget.skipAttachment();
            }
        }
    }

    private boolean isSilent(Metadata metadata) {
        String type = type(metadata);
        ciphertext |= CIPHERTEXTS.contains(type);
        String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        boolean mail = MediaTypes.isMail(parentType);
        boolean illustrates = kind != null && !mail && SILENT_KINDS.contains(kind.toUpperCase(Locale.ROOT));
        boolean picture = mail && "INLINE".equalsIgnoreCase(kind) && type.startsWith("image/");
        boolean otherForm = mail && MailBody.isAlternative(metadata) && !MailBody.holds(metadata);
        return illustrates || picture || otherForm || SIGNATURES.contains(type);
    }

    private static boolean isPicture(Metadata metadata, String parentType) {
        String detected = type(metadata);
        return !MediaTypes.isMail(parentType)
                && (detected.startsWith("image/") || detected.startsWith("audio/") || detected.startsWith("video/"));
    }

    /// Only what the parsers need to know of the container's words travels on.
    private static Metadata attachment(Metadata outer) {
        Metadata inner = new Metadata();
        for (String key : List.of(
                TikaCoreProperties.RESOURCE_NAME_KEY,
                Metadata.CONTENT_TYPE,
                Metadata.CONTENT_ENCODING,
                TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE.getName())) {
            String value = outer.get(key);
            if (value != null) {
                inner.set(key, value);
            }
        }
        return inner;
    }

    private static String label(Metadata metadata) {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        if (name == null || name.isBlank()) {
            return "[Attachment]";
        }
        String decoded = DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT);
        String file = decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
        String line = CleanText.of(file.replaceAll("\\s+", " "));
        return "[Attachment: " + line.substring(0, Math.min(line.length(), LONGEST_NAME)) + "]";
    }

    private static String type(Metadata metadata) {
        String type = metadata.get(Metadata.CONTENT_TYPE);
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }
}
