/// Watches the door: records who was not let in, and opens the glass in an emergency.
@NullMarked
package io.readingroom.admission;

import org.jspecify.annotations.NullMarked;
