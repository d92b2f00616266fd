/// One summary out of those of the parts, with their evidence, in the language asked for.
@NullMarked
package io.readingroom.analysis.summary;

import org.jspecify.annotations.NullMarked;
