/// The reader that asks a model: a few questions about one chunk, and only what code finds in the text is kept.
@NullMarked
package io.readingroom.reading.model;

import org.jspecify.annotations.NullMarked;
