/// The other side of extraction: what the child process does with one document, and the frames it answers
/// with.
@NullMarked
package io.readingroom.extraction.worker;

import org.jspecify.annotations.NullMarked;
