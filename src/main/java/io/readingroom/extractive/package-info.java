/// Reads without a model: central sentences, facts by rules and sentiment by a lexicon.
@NullMarked
package io.readingroom.extractive;

import org.jspecify.annotations.NullMarked;
