/// What keeps documents in the house, checked at the start and whenever asked, and said under a signature.
@NullMarked
package io.readingroom.statement;

import org.jspecify.annotations.NullMarked;
