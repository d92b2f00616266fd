/// Turns bytes into text with pages, inside limits and away from the service's own memory.
@NullMarked
package io.readingroom.extraction;

import org.jspecify.annotations.NullMarked;
