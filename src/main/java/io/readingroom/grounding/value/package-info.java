/// Dates, durations, sums, numbers and names in English, Chinese and Japanese text, and their normal forms.
@NullMarked
package io.readingroom.grounding.value;

import org.jspecify.annotations.NullMarked;
