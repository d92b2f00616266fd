package io.readingroom.result;

import io.readingroom.document.ProtectedText;

/// Words of a document as Markdown that renders as these words and nothing else: no link, image, HTML, heading or code.
///
/// Every ASCII punctuation character is escaped, which CommonMark 0.31 (section 2.4) allows for all of them.
/// White space of any kind becomes one space, so that no word starts a line; control, format and bidirectional
/// characters are left out. A word joiner after `@` keeps GitHub's extension from making a link of an address,
/// because that extension looks at the text after escapes are resolved.
final class Markdown {

    private static final char WORD_JOINER = '\u2060';

    private Markdown() {}

    static String escape(ProtectedText words) {
        return escape(words.reveal());
    }

    static String escape(String words) {
        StringBuilder out = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(c -> append(out, c));
        return out.toString().strip();
    }

    private static void append(StringBuilder out, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        } else if (visible(c)) {
            if (punctuation(c)) {
                out.append('\\');
            }
            out.appendCodePoint(c);
            if (c == '@') {
                out.append(WORD_JOINER);
            }
        }
    }

    private static boolean visible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    private static boolean punctuation(int c) {
        return c < 0x7f && !Character.isLetterOrDigit(c);
    }
}
