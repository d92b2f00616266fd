/// The program: one executable, several roles.
@NullMarked
package io.readingroom;

import org.jspecify.annotations.NullMarked;
