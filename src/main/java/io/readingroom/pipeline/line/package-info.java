/// In which order documents are read, so that every source gets its share.
@NullMarked
package io.readingroom.pipeline.line;

import org.jspecify.annotations.NullMarked;
