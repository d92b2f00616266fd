package io.readingroom.pipeline;

import io.readingroom.journey.Progress;

/// How long a document may be read before others must go first.
@FunctionalInterface
interface Turn {

    /// A turn that lasts until the document is read.
    Turn WITHOUT_END = progress -> false;

    /// Notes that one more chunk was read, and tells whether the document must go back into the line.
    boolean over(Progress progress);
}
