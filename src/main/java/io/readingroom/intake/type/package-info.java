/// Decides what kind of document some bytes are, by their content and their name together.
@NullMarked
package io.readingroom.intake.type;

import org.jspecify.annotations.NullMarked;
