/// Brings the readings of all chunks together: merged facts, conflicts, sentiment, summary and coverage.
@NullMarked
package io.readingroom.analysis;

import org.jspecify.annotations.NullMarked;
