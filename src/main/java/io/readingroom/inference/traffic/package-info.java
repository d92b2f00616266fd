/// How much is asked of a model server at once, how often it is asked again, and how that is measured.
@NullMarked
package io.readingroom.inference.traffic;

import org.jspecify.annotations.NullMarked;
