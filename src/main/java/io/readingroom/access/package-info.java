/// Who is asking, and for which tenant.
@NullMarked
package io.readingroom.access;

import org.jspecify.annotations.NullMarked;
