/// The one way out of the process: every connection goes to an address that the operator allowed, or nowhere.
@NullMarked
package io.readingroom.egress;

import org.jspecify.annotations.NullMarked;
