package io.readingroom.privacy;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a document's key beside the key.
///
/// @param tenant whose document it is
/// @param kekId which key-encryption key wraps it, or wrapped it last
/// @param createdAt when the document came
/// @param destroyedAt when the key was destroyed; null while it is held
public record HeldKey(
        DocumentId document,
        String tenant,
        String kekId,
        Instant createdAt,
        @Nullable Instant destroyedAt) {}
