/// Keeps the sealed analysis and the text it points into, and serves both.
@NullMarked
package io.readingroom.result;

import org.jspecify.annotations.NullMarked;
