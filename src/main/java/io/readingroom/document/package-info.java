/// What travels along the road: identity, digest, span, page, protected text and refusal.
@NullMarked
package io.readingroom.document;

import org.jspecify.annotations.NullMarked;
