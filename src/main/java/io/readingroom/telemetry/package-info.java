/// Tells a collector and the log what happened when: ids, names of steps and numbers, never content.
@NullMarked
package io.readingroom.telemetry;

import org.jspecify.annotations.NullMarked;
