package io.readingroom.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.document.DocumentId;
import io.readingroom.intake.Submission;
import io.readingroom.journey.JourneyMoved;
import io.readingroom.journey.Journeys;
import io.readingroom.telemetry.LogIds;
import io.readingroom.telemetry.Traceparent;
import io.readingroom.telemetry.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Takes documents up as they come in, and again after a crash. A task is a row that is written in the
/// transaction which keeps the submission; its instance is the document's id and it carries nothing but
/// where the document's trace stands.
@ApplicationScoped
class Pipeline {

    private static final Logger LOG = Logger.getLogger(Pipeline.class);
    private static final String TASK = "read-document";
    private static final Duration LOOK_FOR_ENDED = Duration.ofSeconds(1);

    private final Walks walks;
    private final Journeys journeys;
    private final Clock clock;
    private final CustomTask<Traceparent> task;
    private final Scheduler scheduler;
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("pipeline-lookout").factory());

    Pipeline(Walks walks, Journeys journeys, Clock clock, DataSource database, PipelineConfig config) {
        this.walks = walks;
        this.journeys = journeys;
        this.clock = clock;
        this.task = Tasks.custom(TASK, Traceparent.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(config.firstPause()))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        completion(DocumentId.parse(instance.getId()), Optional.ofNullable(instance.getData())));
        this.scheduler = Scheduler.create(database, task)
                .threads(config.concurrency())
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("walk-", 0).factory()))
                .pollingInterval(config.polling())
                // Never takes more than it can walk at once, so that other replicas find the rest.
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(config.missedHeartbeats())
                .shutdownMaxWait(config.shutdownWait())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .serializer(new TraceOnly())
                // Messages of failures may hold content; the walks log what may be told.
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    // The look-out ends with its executor, and stopEnded reports its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    void onStart(@Observes StartupEvent start) {
        scheduler.start();
        lookout.scheduleWithFixedDelay(
                this::stopEnded, LOOK_FOR_ENDED.toMillis(), LOOK_FOR_ENDED.toMillis(), TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent stop) {
        lookout.shutdownNow();
        walks.stopAll();
        scheduler.stop();
    }

    void onReceived(@Observes Submission submission) {
        LogIds.document(submission.id());
        scheduler.schedule(
                task.instance(submission.id().toString(), Traceparent.current().orElse(null)), clock.instant());
    }

    void onCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Submission submission) {
        scheduler.triggerCheckForDueExecutions();
    }

    void onMoved(@Observes(during = TransactionPhase.AFTER_SUCCESS) JourneyMoved moved) {
        if (moved.state().ended()) {
            walks.stop(moved.document());
        }
    }

    private CompletionHandler<Traceparent> completion(Optional<DocumentId> document, Optional<Traceparent> trace) {
        Optional<Duration> again = document.flatMap(id -> Trail.walk(id, trace, () -> walks.walk(id)));
        return again.<CompletionHandler<Traceparent>>map(pause ->
                        (done, task) -> task.reschedule(done, clock.instant().plus(pause)))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    /// Cancellation and erasure on other replicas are seen here.
    private void stopEnded() {
        try {
            Set<DocumentId> underWay = walks.documents();
            if (!underWay.isEmpty()) {
                journeys.ended(underWay).forEach(walks::stop);
            }
        } catch (RuntimeException unreachable) {
            LOG.warnf(
                    "Looking for cancelled documents failed: %s",
                    unreachable.getClass().getName());
        }
    }
}
