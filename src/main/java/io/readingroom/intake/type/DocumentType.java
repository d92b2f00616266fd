package io.readingroom.intake.type;

import java.util.Arrays;
import java.util.Optional;

/// The types that are accepted: the allow-list.
public enum DocumentType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    MSG("application/vnd.ms-outlook", "msg"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    RTF("application/rtf", "rtf"),
    HTML("text/html", "html", "htm", "xhtml"),
    EML("message/rfc822", "eml"),
    MARKDOWN("text/markdown", "md", "markdown"),
    TEXT("text/plain", "txt", "text");

    private final String mediaType;
    private final String extensions;

    DocumentType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = String.join(" ", extensions);
    }

    /// The media type by which the document is known from here on.
    public String mediaType() {
        return mediaType;
    }

    /// The type that a file extension, in lower case and without its dot, stands for.
    static Optional<DocumentType> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(type -> Arrays.asList(type.extensions.split(" ")).contains(extension))
                .findFirst();
    }
}
