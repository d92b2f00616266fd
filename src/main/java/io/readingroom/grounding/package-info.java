/// Finds words in a text again and compares values, so that code and not the model vouches for every answer.
@NullMarked
package io.readingroom.grounding;

import org.jspecify.annotations.NullMarked;
