/// Cuts text into sentences and chunks that fit the model's reliable context, and keeps their spans.
@NullMarked
package io.readingroom.chunking;

import org.jspecify.annotations.NullMarked;
