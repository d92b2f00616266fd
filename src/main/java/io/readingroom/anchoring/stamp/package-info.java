/// A time-stamp authority, who signs when a checkpoint was there.
@NullMarked
package io.readingroom.anchoring.stamp;

import org.jspecify.annotations.NullMarked;
