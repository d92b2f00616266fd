/// Asking questions about one text: the wording kept as files, the conversation and its cost, and prose of which only
/// supported sentences remain.
@NullMarked
package io.readingroom.reading.question;

import org.jspecify.annotations.NullMarked;
