/// Turns each room's refusals into RFC 9457 problem details.
@NullMarked
package io.readingroom.problem;

import org.jspecify.annotations.NullMarked;
