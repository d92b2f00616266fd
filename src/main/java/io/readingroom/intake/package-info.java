/// Receives a document, checks its size and type, seals it and answers 202.
@NullMarked
package io.readingroom.intake;

import org.jspecify.annotations.NullMarked;
