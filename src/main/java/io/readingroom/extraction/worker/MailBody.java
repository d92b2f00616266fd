package io.readingroom.extraction.worker;

import java.util.ArrayList;
import java.util.List;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/// The parts of a mail that are its text. Of alternatives the last counts, the richest by RFC 2046 5.1.4.
final class MailBody {

    private final List<StringBuilder> texts = new ArrayList<>();
    private @Nullable String alternatives;

    /// Whether a part is the mail's own text rather than something attached.
    static boolean holds(Metadata part) {
        String type = part.get(Metadata.CONTENT_TYPE);
        String disposition = part.get(Metadata.CONTENT_DISPOSITION);
        return (MediaTypes.TEXT.equals(type) || MediaTypes.HTML.equals(type))
                && part.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null
                && (disposition == null || !disposition.startsWith("attachment"));
    }

    /// Whether a part is but another form of the text, such as an invitation's calendar entry.
    static boolean isAlternative(Metadata part) {
        return "alternative".equalsIgnoreCase(part.get(Message.MULTIPART_SUBTYPE));
    }

    void add(Metadata part, StringBuilder text) {
        boolean alternative = isAlternative(part);
        boolean related = "related".equalsIgnoreCase(part.get(Message.MULTIPART_SUBTYPE));
        String boundary = part.get(Message.MULTIPART_BOUNDARY);
        boolean replaces = alternatives != null && (related || alternatives.equals(boundary));
        if (replaces && !text.toString().isBlank()) {
            texts.removeLast();
        }
        if (!replaces || !text.toString().isBlank()) {
            texts.add(text);
        }
        alternatives = alternative ? boundary : null;
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    StringBuilder text() {
        return new StringBuilder(String.join("\n\n", texts));
    }
}
