package io.readingroom.result;

import io.readingroom.document.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where a document stands, as far as giving out its answer goes.
///
/// @param tenant whose it is
/// @param problem why it never gets an answer, null while it may still get one or has it
/// @param pause how long to wait before asking again, at least a second
public record Standing(String tenant, @Nullable Refusal problem, Duration pause) {}
