/// How long a document is kept, and whom and what it is about, as digests alone.
@NullMarked
package io.readingroom.privacy.retention;

import org.jspecify.annotations.NullMarked;
