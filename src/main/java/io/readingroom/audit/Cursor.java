package io.readingroom.audit;

import io.readingroom.document.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place between two events: behind the event `index` that transaction `transaction` wrote. Opaque to callers.
record Cursor(long transaction, long index) {

    static final Cursor START = new Cursor(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /// The place that a cursor stands for.
    ///
    /// @throws RefusedException with [AuditRefusal#CURSOR_INVALID] when this room did not give it out
    static Cursor parse(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
            if (!form.matches()) {
                throw new RefusedException(AuditRefusal.CURSOR_INVALID);
            }
            return new Cursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(AuditRefusal.CURSOR_INVALID, malformed);
        }
    }

    /// The opaque form.
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((transaction + "." + index).getBytes(StandardCharsets.ISO_8859_1));
    }
}
