/// The platform's primitives of cryptography, as this room uses them.
@NullMarked
package io.readingroom.privacy.crypto;

import org.jspecify.annotations.NullMarked;
