/// Measures how well the packaged service reads a labelled corpus.
@NullMarked
package io.readingroom.evaluation;

import org.jspecify.annotations.NullMarked;
