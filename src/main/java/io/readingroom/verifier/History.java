package io.readingroom.verifier;

import io.readingroom.tlog.bundle.Origin;
import java.util.List;

/// Says what checkpoints mean that do not agree with the log.
final class History {

    private final Claim newest;
    private final List<Claim> agreed;
    private final Findings findings;

    /// @param newest the checkpoint that covers the bundle
    /// @param agreed the checkpoints that say what the tree is
    History(Claim newest, List<Claim> agreed, Findings findings) {
        this.newest = newest;
        this.agreed = agreed;
        this.findings = findings;
    }

    /// A checkpoint that covers no more than there is, and says another root.
    void differs(Claim claim) {
        long from = agreed.stream()
                .mapToLong(Claim::size)
                .filter(size -> size <= claim.size())
                .max()
                .orElse(0);
        findings.add(Finding.among(
                Flaw.HISTORY_CHANGED,
                claim.source(),
                Math.min(from, Math.max(claim.size() - 1, 0)),
                Math.max(claim.size() - 1, 0),
                differs(claim, from)));
    }

    private String differs(Claim claim, long from) {
        if (claim.source().equals(newest.source()) && !claim.anchored()) {
            return "the checkpoint says another root than the tree of " + claim.size() + " entries has";
        }
        if (claim.origin().epoch() < newest.origin().epoch()) {
            return "epoch " + claim.origin().epoch() + " signed " + claim.size()
                    + " entries, and the log went on without some of them: from entry " + from + " on they are gone";
        }
        return "a checkpoint of " + claim.size() + " entries says another root than the log now has: it was forked, or"
                + " rewritten from entry " + from + " on";
    }

    /// A checkpoint that covers more than there is.
    void gone(Claim claim) {
        findings.add(Finding.among(
                Flaw.HISTORY_GONE,
                claim.source(),
                newest.size(),
                claim.size() - 1,
                claim.size() + " entries were signed" + (claim.anchored() ? " and anchored" : "") + " and there are "
                        + newest.size() + ": the database went back in time, or the newest entries were cut off"));
    }

    /// Whether the checkpoint is of the log, and not of a later state than the newest.
    void belongs(Claim claim) {
        Origin origin = claim.origin();
        if (!origin.log().equals(newest.origin().log())) {
            findings.add(Finding.inFile(
                    Flaw.OTHER_LOG,
                    claim.source(),
                    "a checkpoint of another log, " + claim.said().origin()));
        } else if (origin.epoch() > newest.origin().epoch()) {
            findings.add(Finding.inFile(
                    Flaw.HISTORY_CHANGED,
                    claim.source(),
                    "a checkpoint of epoch " + origin.epoch() + ", later than that of the bundle, "
                            + newest.origin().epoch()));
        }
    }
}
