/// The readings of the chunks of a document brought together as one analysis.
@NullMarked
package io.readingroom.analysis.merging;

import org.jspecify.annotations.NullMarked;
