package io.readingroom.extraction.worker;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import java.util.Map;
import java.util.Set;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/// The types that are read, and how the type of the content and the type that intake named are brought
/// together.
final class MediaTypes {

    static final String PDF = "application/pdf";
    static final String RTF = "application/rtf";
    static final String HTML = "text/html";
    static final String TEXT = "text/plain";
    static final String MARKDOWN = "text/markdown";
    static final String MAIL = "message/rfc822";
    static final String OUTLOOK = "application/vnd.ms-outlook";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String TNEF = "application/vnd.ms-tnef";
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    /// The same format under another name.
    private static final Map<String, String> SAME = Map.of(
            "application/xhtml+xml", HTML,
            "text/x-web-markdown", MARKDOWN,
            "text/rtf", RTF,
            "application/x-tika-msworks-spreadsheet", "application/vnd.ms-excel");

    private static final Set<String> OFFICE = Set.of(
            OOXML + "wordprocessingml.document",
            OOXML + "wordprocessingml.template",
            OOXML + "spreadsheetml.sheet",
            OOXML + "spreadsheetml.template",
            OOXML + "presentationml.presentation",
            OOXML + "presentationml.slideshow",
            OOXML + "presentationml.template",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.ms-powerpoint.presentation.macroenabled.12",
            "application/vnd.ms-powerpoint.slideshow.macroenabled.12",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-excel.sheet.4",
            "application/vnd.ms-excel.sheet.3",
            "application/vnd.ms-excel.sheet.2",
            "application/vnd.ms-powerpoint");

    private static final Set<String> OTHERS = Set.of(PDF, RTF, HTML, TEXT, MARKDOWN, MAIL, OUTLOOK, ODT, TNEF);

    private static final Set<String> ENCRYPTED =
            Set.of("application/x-tika-ooxml-protected", "application/x-tika-visio-ooxml-protected");

    /// What Tika answers when it knows the container and not what is in it.
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    private static final String UNKNOWN = "application/octet-stream";

    private final MediaTypeRegistry registry;

    MediaTypes(MediaTypeRegistry registry) {
        this.registry = registry;
    }

    /// The one type of the allow-list under which the content is read.
    ///
    /// @param detected what the content looks like
    /// @param hint what intake decided on, or what a mail says of its part
    /// @throws RefusedException ENCRYPTED, CORRUPT or UNSUPPORTED
    String resolve(MediaType detected, String hint) {
        String content = canonical(detected.getBaseType().toString());
        String named = canonical(base(hint));
        if (ENCRYPTED.contains(content)) {
            throw new RefusedException(ExtractionRefusal.ENCRYPTED);
        }
        if (isTextual(named) && mayBeText(detected.getBaseType())) {
            return named;
        }
        if (reads(content)) {
            return content;
        }
        boolean damaged =
                (CONTAINERS.contains(content) && OFFICE.contains(named)) || (content.equals(UNKNOWN) && reads(named));
        throw new RefusedException(damaged ? ExtractionRefusal.CORRUPT : ExtractionRefusal.UNSUPPORTED);
    }

    static boolean isPlain(String type) {
        return type.equals(TEXT) || type.equals(MARKDOWN);
    }

    static boolean isMail(String type) {
        return type.equals(MAIL) || type.equals(OUTLOOK);
    }

    private static boolean reads(String type) {
        return OFFICE.contains(type) || OTHERS.contains(type);
    }

    /// Whether it is an Excel sheet of one of the formats that are no OLE files.
    static boolean isOldSheet(String type) {
        return type.startsWith("application/vnd.ms-excel.sheet.") && !type.endsWith(".12");
    }

    private static boolean isTextual(String type) {
        return isPlain(type) || type.equals(HTML) || type.equals(MAIL);
    }

    /// Texts look like many things: a note that starts as a mail does, a Markdown that starts with a tag,
    /// an encoding that looks binary. XML is no text here: it is not read.
    private boolean mayBeText(MediaType detected) {
        String type = detected.toString();
        return type.equals(UNKNOWN)
                || detected.getType().equals("text")
                || canonical(type).equals(HTML)
                || (registry.isSpecializationOf(detected, MediaType.TEXT_PLAIN)
                        && !registry.isInstanceOf(detected, MediaType.APPLICATION_XML));
    }

    private static String base(String type) {
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String canonical(String type) {
        return SAME.getOrDefault(type, type);
    }
}
