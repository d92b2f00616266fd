package io.readingroom.tlog.entry;

import io.readingroom.tlog.TreeHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// An entry of the log: whose event it is, which number the event has among the tenant's, when it was given its place,
/// and the digest of its body. It says nothing about what was done, so it can stay when the body has to go. The body
/// holds a random identity, so that the digest does not give it away to those who guess.
///
/// @param tenant whose event
/// @param sequence its number among the tenant's events, from 0, without gaps
/// @param time when it got its place, to the microsecond, never before the entry in front of it
/// @param bodyDigest SHA-256 of the body as it is stored, 32 bytes
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record Entry(String tenant, long sequence, Instant time, byte[] bodyDigest) {

    private static final String FIRST_LINE = "reading-room-entry/1";
    private static final int DIGEST_BYTES = 32;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,18}");

    /// @throws IllegalArgumentException when it cannot be written as an entry
    public Entry {
        if (tenant.isEmpty() || tenant.contains("\n") || sequence < 0 || bodyDigest.length != DIGEST_BYTES) {
            throw new IllegalArgumentException("Not an entry of the log");
        }
    }

    /// The entry of a body.
    public static Entry of(String tenant, long sequence, Instant time, byte[] body) {
        return new Entry(tenant, sequence, time, TreeHash.sha256(body));
    }

    /// What is hashed: five lines of text.
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /// The entry that these bytes say; empty when they say none, or not in its one right form.
    public static Optional<Entry> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        if (lines.length != 6
                || !FIRST_LINE.equals(lines[0])
                || !NUMBER.matcher(lines[2]).matches()) {
            return Optional.empty();
        }
        try {
            Entry entry = new Entry(
                    lines[1],
                    Long.parseLong(lines[2]),
                    Instant.parse(lines[3]),
                    Base64.getDecoder().decode(lines[4]));
            return Arrays.equals(entry.bytes(), bytes) ? Optional.of(entry) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /// Whether this is the entry of that body.
    public boolean isOf(byte[] body) {
        return MessageDigest.isEqual(bodyDigest, TreeHash.sha256(body));
    }

    private String text() {
        return String.join(
                "\n",
                FIRST_LINE,
                tenant,
                Long.toString(sequence),
                time.toString(),
                Base64.getEncoder().encodeToString(bodyDigest),
                "");
    }
}
