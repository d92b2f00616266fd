/// Reads one chunk with the questions of a profile and keeps only what is grounded in its text.
@NullMarked
package io.readingroom.reading;

import org.jspecify.annotations.NullMarked;
