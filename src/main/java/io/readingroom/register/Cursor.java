package io.readingroom.register;

import io.readingroom.audit.AuditRefusal;
import io.readingroom.document.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place behind an entry of the log. Entries are only ever appended, so what lies behind a place stays the same.
/// Opaque to callers.
///
/// @param index the entry, -1 for the place before the first
record Cursor(long index) {

    static final Cursor START = new Cursor(-1);

    private static final Pattern FORM = Pattern.compile("after (\\d{1,18})");

    /// The place that a cursor stands for.
    ///
    /// @throws RefusedException with [AuditRefusal#CURSOR_INVALID] when this room did not give it out
    static Cursor parse(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
            if (!form.matches()) {
                throw new RefusedException(AuditRefusal.CURSOR_INVALID);
            }
            return new Cursor(Long.parseLong(form.group(1)));
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(AuditRefusal.CURSOR_INVALID, malformed);
        }
    }

    /// The opaque form.
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after " + index).getBytes(StandardCharsets.ISO_8859_1));
    }
}
