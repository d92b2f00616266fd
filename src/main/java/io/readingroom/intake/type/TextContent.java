package io.readingroom.intake.type;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells text from other bytes, and hypertext and mail from plain text. Which encoding it is, is for
/// extraction to find out.
final class TextContent {

    static final int LOOKED_AT = 64 * 1024;

    /// The least share of characters that must be readable: damaged text is still text.
    private static final double TEXT_SHARE = 0.97;

    /// How many times rarer zero bytes are in one place than in the other.
    private static final int ONE_SIDED = 20;

    /// Begins a change of character sets in ISO-2022-JP.
    private static final int ESCAPE = 0x1b;

    private static final int REPLACED = 0xfffd;

    private static final Pattern MARKUP =
            Pattern.compile("<(!doctype|html|head|body|[a-z][a-z0-9]*[\\s>/])", Pattern.CASE_INSENSITIVE);

    private static final Pattern HYPERTEXT = Pattern.compile("<(!doctype\\s+html|html)\\b", Pattern.CASE_INSENSITIVE);

    /// A mail begins with header fields (RFC 5322, 2.2), at least one of them a usual one.
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+:.*");

    private static final Pattern MAIL_FIELD = Pattern.compile(
            "^(From|To|Date|Subject|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Content-Type):",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /// Within this much of the beginning a page says that it is one.
    private static final int HYPERTEXT_WITHIN = 1024;

    private TextContent() {}

    /// The types that these first bytes of a file allow, the most telling first.
    static Set<DocumentType> types(byte[] head) {
        Set<DocumentType> types = new LinkedHashSet<>();
        if (!isText(head)) {
            return types;
        }
        // Markup and header fields are ASCII in every encoding but UTF-16, whose zero bytes are left out.
        String ascii =
                new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").replace("\r\n", "\n");
        if (isMail(ascii)) {
            types.add(DocumentType.EML);
        }
        if (HYPERTEXT
                .matcher(ascii)
                .region(0, Math.min(ascii.length(), HYPERTEXT_WITHIN))
                .find()) {
            types.add(DocumentType.HTML);
        }
        types.add(DocumentType.TEXT);
        types.add(DocumentType.MARKDOWN);
        // A fragment of a page is a page to whoever calls it so.
        if (MARKUP.matcher(ascii).find()) {
            types.add(DocumentType.HTML);
        }
        return types;
    }

    private static boolean isMail(String ascii) {
        int blank = ascii.indexOf("\n\n");
        String fields = blank < 0 ? ascii : ascii.substring(0, blank + 1);
        // Mailboxes put an envelope line before the fields.
        String first = (fields.startsWith("From ") ? fields.substring(fields.indexOf('\n') + 1) : fields)
                .lines()
                .findFirst()
                .orElse("");
        return FIELD.matcher(first).matches() && MAIL_FIELD.matcher(fields).find();
    }

    private static boolean isText(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
            return isReadable(new String(head, StandardCharsets.UTF_16));
        }
        if (zeros[0] == 0 && zeros[1] == 0) {
            return isReadable(new String(head, StandardCharsets.ISO_8859_1));
        }
        // UTF-16 without a mark has its zero bytes, those of ASCII, almost only in one of each two places.
        if (ONE_SIDED * Math.min(zeros[0], zeros[1]) > Math.max(zeros[0], zeros[1])) {
            return false;
        }
        return isReadable(
                new String(head, zeros[0] < zeros[1] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE));
    }

    private static boolean isReadable(String text) {
        long unreadable = text.chars()
                .filter(c -> c == REPLACED
                        || !Character.isDefined(c)
                        || (c < ' ' && !Character.isWhitespace(c) && c != ESCAPE && c != '\b'))
                .count();
        return unreadable <= text.length() * (1 - TEXT_SHARE);
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
    }
}
