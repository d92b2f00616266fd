/// A bucket of an object store that keeps what is put into it.
@NullMarked
package io.readingroom.anchoring.bucket;

import org.jspecify.annotations.NullMarked;
