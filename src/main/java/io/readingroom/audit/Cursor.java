package io.readingroom.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place between two events: behind the event `index` that transaction `transaction` wrote.
record Cursor(long transaction, long index) {

    static final Cursor START = new Cursor(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /// The place in its opaque form; empty when it is none.
    static Optional<Cursor> parse(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
            return form.matches()
                    ? Optional.of(new Cursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// The opaque form.
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((transaction + "." + index).getBytes(StandardCharsets.ISO_8859_1));
    }
}
