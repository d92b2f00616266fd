package io.readingroom.extraction.worker;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// What is left of one document's limits, all its attachments together, and what was lost on the way.
final class Budget {

    private final ReadingLimits limits;
    private int characters;
    private int attachments;
    private long inflatedBytes;
    private boolean cut;
    private boolean skipped;
    private boolean early;
    private @Nullable RefusedException exceeded;

    Budget(ReadingLimits limits) {
        this.limits = limits;
        this.characters = limits.characters();
        this.attachments = limits.attachments();
        this.inflatedBytes = limits.inflatedBytes();
    }

    /// Ends a parse whose text has reached its limit.
    static final class TextIsFull extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    ReadingLimits limits() {
        return limits;
    }

    /// How many of `wanted` units may still be written; fewer marks the text as cut.
    int takeCharacters(int wanted) {
        int granted = Math.min(wanted, characters);
        characters -= granted;
        cut |= granted < wanted;
        return granted;
    }

    void enterAttachment(int depth) {
        if (depth > limits.attachmentDepth() || --attachments < 0) {
            throw exceed();
        }
    }

    void inflate(long bytes) {
        inflatedBytes -= bytes;
        if (inflatedBytes < 0) {
            throw exceed();
        }
    }

    /// A limit is passed. Parsers swallow what is thrown through them, so it is remembered as well.
    RefusedException exceed() {
        RefusedException refused = new RefusedException(ExtractionRefusal.LIMIT);
        exceeded = refused;
        return refused;
    }

    void rethrowExceeded() {
        if (exceeded != null) {
            throw exceeded;
        }
    }

    /// Notes whether a document or one inside it seems to end early.
    void endEarly(boolean sign) {
        early |= sign;
    }

    boolean endsEarly() {
        return early;
    }

    void skipAttachment() {
        skipped = true;
    }

    boolean skippedAttachment() {
        return skipped;
    }

    boolean cut() {
        return cut;
    }
}
