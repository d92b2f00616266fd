package io.readingroom.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.access.OnBehalf;
import io.readingroom.document.DocumentId;
import io.readingroom.intake.Submission;
import io.readingroom.journey.JourneyMoved;
import io.readingroom.journey.Journeys;
import io.readingroom.pipeline.line.InTurn;
import io.readingroom.pipeline.line.Lines;
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
import org.jspecify.annotations.Nullable;

/// Takes documents up as they come in, and again after a crash. A task is a row that is written in the
/// transaction which keeps the submission; its instance is the document's id and it carries nothing but
/// where the document's trace stands.
@ApplicationScoped
class Pipeline {

    private static final Logger LOG = Logger.getLogger(Pipeline.class);
    private static final Duration LOOK_FOR_ENDED = Duration.ofSeconds(1);

    private final Walks walks;
    private final Lines lines;
    private final Journeys journeys;
    private final Clock clock;
    private final int stretch;
    private final Duration shutdownWait;
    private final CustomTask<Traceparent> task;
    private final Scheduler scheduler;
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("pipeline-lookout").factory());

    private @Nullable Thread lettingGo;
    /// Until when that may take, by the clock of the machine.
    private long until;

    Pipeline(Walks walks, Lines lines, Journeys journeys, Clock clock, DataSource database, PipelineConfig config) {
        this.walks = walks;
        this.lines = lines;
        this.journeys = journeys;
        this.clock = clock;
        this.stretch = config.stretch();
        this.shutdownWait = config.shutdownWait();
        this.task = Tasks.custom(Lines.TASK, Traceparent.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(config.firstPause()))
                .onDeadExecution(this::revive)
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
                // It waits so long twice: for the walks to end, and again after it has interrupted them.
                .shutdownMaxWait(config.shutdownWait().dividedBy(2))
                .jdbcCustomization(new InTurn())
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

    /// The first sign of the end. Requests are still answered, and may take as long as the documents,
    /// which are let go meanwhile.
    void onStopping(@Observes ShutdownDelayInitiatedEvent soon) {
        letGo();
    }

    /// The scheduler waits for more than the documents, one after the other, when the database does not answer any
    /// more; the process must end within the time that it was told.
    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        Thread end = letGo();
        end.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        if (end.isAlive()) {
            LOG.warn(
                    "Documents in hand could not be put back in time; another replica finds out that they are nobody's");
        }
    }

    /// Takes no more documents up and puts back those under way, so that other replicas go on with them
    /// at once.
    private synchronized Thread letGo() {
        if (lettingGo == null) {
            until = System.nanoTime() + shutdownWait.toNanos();
            lettingGo = Thread.ofVirtual().name("pipeline-end").start(() -> {
                lookout.shutdown();
                // Before the walks stop, or this replica would take up again what it puts back.
                scheduler.pause();
                walks.stopAll();
                scheduler.stop();
            });
        }
        return lettingGo;
    }

    void onReceived(@Observes Submission submission) {
        LogIds.document(submission.id());
        scheduler.schedule(
                task.instance(submission.id().toString(), Traceparent.current().orElse(null)), clock.instant());
        lines.join(submission, stretch);
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
        Optional<Duration> again = document.flatMap(id -> Trail.walk(id, trace, () -> walk(id)));
        return again.<CompletionHandler<Traceparent>>map(pause ->
                        (done, task) -> task.reschedule(done, clock.instant().plus(pause)))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    /// No request says here whose document it is. One that nobody knows has nothing to be walked for.
    private Optional<Duration> walk(DocumentId document) {
        return journeys.tenant(document).flatMap(tenant -> OnBehalf.ofTenant(tenant, () -> walks.walk(document)));
    }

    private void revive(ExecutionComplete dead, ExecutionOperations<Traceparent> operations) {
        DocumentId.parse(dead.getExecution().taskInstance.getId())
                .ifPresent(document -> lines.charge(document, stretch));
        operations.reschedule(dead, clock.instant());
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
