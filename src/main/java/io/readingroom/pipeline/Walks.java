package io.readingroom.pipeline;

import io.readingroom.document.DocumentId;
import io.readingroom.document.Refusal;
import io.readingroom.telemetry.Fact;
import io.readingroom.telemetry.Trail;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// The walks that are under way in this replica.
final class Walks {

    private static final Logger LOG = Logger.getLogger(Walks.class);

    private final Walker walker;
    private final Notebook notebook;
    private final Function<DocumentId, Turn> turns;
    private final Map<DocumentId, Walk> underWay = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Walks(Walker walker, Notebook notebook, Function<DocumentId, Turn> turns) {
        this.walker = walker;
        this.notebook = notebook;
        this.turns = turns;
    }

    /// Walks a document on this thread.
    ///
    /// @return after how long to walk it again, at once when others go first; empty when its journey
    ///     has ended
    Optional<Duration> walk(DocumentId document) {
        Walk walk = new Walk(document, turns.apply(document));
        underWay.put(document, walk);
        try {
            if (stopping) {
                return Optional.of(Duration.ZERO);
            }
            boolean completed = walker.go(walk);
            Trail.mark(Fact.OUTCOME, completed ? "completed" : "others-first");
            return completed ? Optional.empty() : Optional.of(Duration.ZERO);
        } catch (InterruptedException stopped) {
            return afterStop();
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            return walk.stopped() ? afterStop() : react(document, failure);
        } finally {
            underWay.remove(document, walk);
        }
    }

    Set<DocumentId> documents() {
        return Set.copyOf(underWay.keySet());
    }

    void stop(DocumentId document) {
        Walk walk = underWay.get(document);
        if (walk != null) {
            walk.stop();
        }
    }

    /// Stops all, to be walked on by another replica or after the next start.
    void stopAll() {
        stopping = true;
        underWay.values().forEach(Walk::stop);
    }

    /// A walk is stopped because the replica stops, or because its document was cancelled or erased.
    private Optional<Duration> afterStop() {
        Trail.mark(Fact.OUTCOME, "stopped");
        return stopping ? Optional.of(Duration.ZERO) : Optional.empty();
    }

    private Optional<Duration> react(DocumentId document, Throwable failure) {
        return switch (Verdict.about(failure)) {
            case Verdict.Ended ended -> {
                Trail.mark(Fact.OUTCOME, "ended");
                yield Optional.empty();
            }
            case Verdict.Postpone postpone -> {
                Optional<Duration> pause = notebook.postpone(document, postpone.refusal());
                String outcome = pause.isPresent() ? "waits" : "failed";
                tell(outcome, postpone.refusal());
                LOG.infof("Document %s: %s, %s", document, postpone.refusal().code(), outcome);
                yield pause;
            }
            case Verdict.Fail fail -> {
                notebook.fail(document, fail.refusal());
                tell("failed", fail.refusal());
                if (fail.refusal() == PipelineRefusal.INTERNAL_ERROR) {
                    LOG.errorf("Document %s: %s", document, trace(failure));
                } else {
                    LOG.infof("Document %s failed: %s", document, fail.refusal().code());
                }
                yield Optional.empty();
            }
        };
    }

    private static void tell(String outcome, Refusal reason) {
        Trail.mark(Fact.OUTCOME, outcome);
        Trail.failed(reason.code());
    }

    /// The kinds of the failure and its causes, and where the first came from. Messages may hold content.
    private static String trace(Throwable failure) {
        StringBuilder kinds = new StringBuilder();
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 5; cause = cause.getCause(), depth++) {
            kinds.append(depth == 0 ? "" : " < ").append(cause.getClass().getName());
        }
        StackTraceElement[] stack = failure.getStackTrace();
        return kinds + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
