/// Verifies the register from a bundle, with nothing but the JDK: no database, no network, no library.
@NullMarked
package io.readingroom.verifier;

import org.jspecify.annotations.NullMarked;
