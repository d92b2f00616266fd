package io.readingroom.intake;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A document that was handed in and sealed. Fired as an event within the transaction that keeps it.
///
/// @param id its identity
/// @param tenant whose it is
/// @param mediaType decided by content and name together
/// @param bytes its size
/// @param language BCP 47 tag of the language to answer in, null for the document's own
/// @param profile name of the profile to read it by
/// @param sourceId the submitter's own reference, null when none was given
/// @param receivedAt when it was received
public record Submission(
        DocumentId id,
        String tenant,
        String mediaType,
        long bytes,
        @Nullable String language,
        String profile,
        @Nullable String sourceId,
        Instant receivedAt) {}
