/// Has another process do the extraction, inside limits, and survives its end.
@NullMarked
package io.readingroom.extraction.process;

import org.jspecify.annotations.NullMarked;
