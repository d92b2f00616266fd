/// The one door to the model server: context budget, permits, time-outs and typed failures.
@NullMarked
package io.readingroom.inference;

import org.jspecify.annotations.NullMarked;
