/// What is hashed for each event of the register, and how entries travel in bundles.
@NullMarked
package io.readingroom.tlog.entry;

import org.jspecify.annotations.NullMarked;
