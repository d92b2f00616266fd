/// Text as words are compared in: one case, one width, one kind of quote, dash and space, with the way back.
@NullMarked
package io.readingroom.grounding.folding;

import org.jspecify.annotations.NullMarked;
