/// The register as those read it who must trust it: queries, exports, receipts and what it takes to verify them.
@NullMarked
package io.readingroom.register;

import org.jspecify.annotations.NullMarked;
