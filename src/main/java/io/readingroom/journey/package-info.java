/// Follows each document from its receipt to its end, and tells those who ask how far it is.
@NullMarked
package io.readingroom.journey;

import org.jspecify.annotations.NullMarked;
