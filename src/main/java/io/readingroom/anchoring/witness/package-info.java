/// A witness, who signs that each checkpoint is where the one before has grown to.
@NullMarked
package io.readingroom.anchoring.witness;

import org.jspecify.annotations.NullMarked;
