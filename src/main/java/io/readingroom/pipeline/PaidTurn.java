package io.readingroom.pipeline;

import io.readingroom.document.DocumentId;
import io.readingroom.journey.Progress;
import io.readingroom.pipeline.line.Lines;
import org.jboss.logging.Logger;

/// A turn of some chunks, which goes on while nobody with an earlier turn waits.
final class PaidTurn implements Turn {

    private static final Logger LOG = Logger.getLogger(PaidTurn.class);

    private final Lines lines;
    private final DocumentId document;
    private final int chunks;
    private int served;

    /// @param chunks after which others are let go first
    PaidTurn(Lines lines, DocumentId document, int chunks) {
        this.lines = lines;
        this.document = document;
        this.chunks = chunks;
    }

    @Override
    public synchronized boolean over(Progress progress) {
        if (++served < chunks) {
            return false;
        }
        served = 0;
        int left = Math.max(1, progress.chunksTotal() - progress.chunksRead());
        try {
            return lines.served(document, chunks, left);
        } catch (RuntimeException unknown) {
            // What was read is kept; that nobody can tell who is next is no reason to stop.
            LOG.warnf(
                    "The turn of document %s cannot be told: %s",
                    document, unknown.getClass().getName());
            return false;
        }
    }
}
