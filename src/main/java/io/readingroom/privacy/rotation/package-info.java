/// Wraps keys anew by the newest key-encryption key, and tells how it is with the two.
@NullMarked
package io.readingroom.privacy.rotation;

import org.jspecify.annotations.NullMarked;
