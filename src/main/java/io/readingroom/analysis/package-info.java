/// What a document says: its summary, sentiment, key facts and how much of it was read.
@NullMarked
package io.readingroom.analysis;

import org.jspecify.annotations.NullMarked;
