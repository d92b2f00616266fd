/// Work that comes again and again, and that one replica does for all.
@NullMarked
package io.readingroom.privacy.recurring;

import org.jspecify.annotations.NullMarked;
