/// Legal holds, which no erasure passes.
@NullMarked
package io.readingroom.privacy.hold;

import org.jspecify.annotations.NullMarked;
