package io.readingroom.privacy.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an erasure did.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "documentId",
    "erasedAt",
    "cause",
    "retentionClass",
    "keyDestroyed",
    "kek",
    "released",
    "backupsUntil",
    "backups"
})
@Schema(name = "ErasureReceipt", description = "What an erasure did.")
record Receipt(
        @Schema(description = "The document.", examples = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11")
        String documentId,

        @Schema(description = "When it was erased.", examples = "2026-01-31T09:30:00.123456Z")
        Instant erasedAt,

        @Schema(description = "Why: `request`, `retention`, `subject` or `matter`.", examples = "request")
        String cause,

        @Schema(description = "The retention class that it had.", examples = "client-file") @Nullable
        String retentionClass,

        @Schema(description = "Whether its key is destroyed.", examples = "true")
        boolean keyDestroyed,

        @Schema(
                description = "Which key-encryption key had wrapped its key last: as long as a copy of the wrapped key"
                        + " is in a backup, this one opens it.",
                examples = "9f86d081884c7d65")
        String kek,

        @Schema(
                description = "What was deleted, by room and kind: how many.",
                type = SchemaType.OBJECT,
                examples = "{\"intake.segments\":1,\"privacy.key\":1,\"result.sealed\":2}")
        Map<String, Long> released,

        @Schema(
                description = "When the last backup from before the erasure is gone, by what the operator told the"
                        + " service.",
                examples = "2026-03-07T09:30:00.123456Z")
        Instant backupsUntil,

        @Schema(description = "What that means.") String backups) {

    static Receipt of(ErasureRow row, boolean keyDestroyed, Period backups) {
        Instant erasedAt = Objects.requireNonNull(row.erasedAt);
        Instant until = erasedAt.atZone(ZoneOffset.UTC).plus(backups).toInstant();
        String kek = Objects.requireNonNull(row.kekId);
        return new Receipt(
                String.valueOf(row.document),
                erasedAt,
                Objects.requireNonNull(row.cause),
                row.retentionClass,
                keyDestroyed,
                kek,
                new TreeMap<>(Objects.requireNonNull(row.released)),
                until,
                sentence(until, backups, kek));
    }

    private static String sentence(Instant until, Period backups, String kek) {
        return "The document cannot be opened from the running database any more, by nobody. Backups, the archived"
                + " write-ahead log and lagging replicas from before the erasure may hold its ciphertext and its wrapped"
                + " key until " + until + ", if they are kept for " + backups
                + " as the operator told the service: until"
                + " then, whoever has such a backup and the key-encryption key " + kek + " could open it. That ends"
                + " earlier when that key-encryption key is destroyed, after the keys of the documents that are kept were"
                + " wrapped by another.";
    }
}
