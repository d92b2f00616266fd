/// A data key for each document; what is kept is sealed under it, and erasure destroys it.
@NullMarked
package io.readingroom.privacy;

import org.jspecify.annotations.NullMarked;
