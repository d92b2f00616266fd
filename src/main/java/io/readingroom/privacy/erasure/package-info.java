/// Erases documents, on request and when they are due, and tells afterwards what went.
@NullMarked
package io.readingroom.privacy.erasure;

import org.jspecify.annotations.NullMarked;
