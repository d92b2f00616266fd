package io.readingroom.sequencing;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name under which the log signs, different for each installation and epoch, so that what one of them said can
/// never be taken for what another did.
record Origin(UUID installation, int epoch) {

    private static final Pattern FORM = Pattern.compile("readingroom\\.internal/([0-9a-f-]{36})/([1-9]\\d{0,8})");

    String text() {
        return "readingroom.internal/" + installation + "/" + epoch;
    }

    static Optional<Origin> parse(String text) {
        Matcher form = FORM.matcher(text);
        try {
            return form.matches()
                    ? Optional.of(new Origin(UUID.fromString(form.group(1)), Integer.parseInt(form.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
