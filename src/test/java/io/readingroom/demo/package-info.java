/// The demonstration: starts the packaged service with a real PostgreSQL beside it and reads documents over its API.
@NullMarked
package io.readingroom.demo;

import org.jspecify.annotations.NullMarked;
