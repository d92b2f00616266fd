/// Walks a submission down the road once, durably, and records progress and failure.
@NullMarked
package io.readingroom.pipeline;

import org.jspecify.annotations.NullMarked;
