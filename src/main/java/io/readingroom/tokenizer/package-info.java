/// Counts tokens as the deployed model counts them, from the vocabulary the model server gives, or estimates high.
@NullMarked
package io.readingroom.tokenizer;

import org.jspecify.annotations.NullMarked;
