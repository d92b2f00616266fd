/// The append-only record of what was done, written in the transaction that does it.
@NullMarked
package io.readingroom.audit;

import org.jspecify.annotations.NullMarked;
