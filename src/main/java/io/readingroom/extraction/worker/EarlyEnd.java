package io.readingroom.extraction.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs that a document in a format without an end marker ends early. They are no proof: such a document
/// is read, and its reader is told.
final class EarlyEnd {

    private static final int HEAD = 1 << 16;
    private static final int TAIL = 1 << 20;
    private static final Pattern IN_A_TAG = Pattern.compile("<[a-z/!][^<>]*$");
    private static final Pattern FOLD = Pattern.compile("\\n[ \\t]+");
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?im)^content-type:[ \\t]*multipart/.*?boundary[ \\t]*=[ \\t]*(?:\"([^\"]+)\"|([^\\s;\"]+))");

    private EarlyEnd() {}

    /// Whether a text ends amid a character.
    static boolean text(String text) {
        return text.endsWith("\uFFFD");
    }

    /// Whether a page ends in a tag, in what is no text, or without an end of what it has begun.
    static boolean html(Path file) throws IOException {
        String tail = Completeness.tail(file, TAIL).toLowerCase(Locale.ROOT);
        if (tail.contains("</html")) {
            return false;
        }
        boolean whole = Completeness.head(file, HEAD).toLowerCase(Locale.ROOT).contains("<html");
        return (whole && !tail.contains("</body"))
                || IN_A_TAG.matcher(tail).find()
                || isOpen(tail, "<!--", "-->")
                || isOpen(tail, "<script", "</script")
                || isOpen(tail, "<style", "</style");
    }

    /// Whether a mail of several parts lacks the line that closes the last (RFC 2046, 5.1.1).
    static boolean mail(Path file) throws IOException {
        String head = Completeness.head(file, HEAD).replace("\r\n", "\n").split("\n\n", 2)[0];
        Matcher boundary = BOUNDARY.matcher(FOLD.matcher(head).replaceAll(" "));
        if (!boundary.find()) {
            return false;
        }
        String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        return !Completeness.tail(file, TAIL).contains("--" + name.strip() + "--");
    }

    private static boolean isOpen(String tail, String start, String end) {
        return tail.lastIndexOf(start) > tail.lastIndexOf(end);
    }
}
