package io.readingroom.journey;

import io.readingroom.document.DocumentId;
import io.readingroom.document.ProblemType;
import io.readingroom.intake.Submission;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of a document's journey. It changes only through its own methods.
@Entity
@Table(name = "journey")
class Journey {

    @Id
    @Column(name = "document")
    private UUID document;

    @Column(name = "tenant")
    private String tenant;

    @Column(name = "source_id")
    private @Nullable String sourceId;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "profile")
    private String profile;

    @Column(name = "language")
    private @Nullable String language;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private JourneyState state;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "chunks_read")
    private int chunksRead;

    @Column(name = "chunks_total")
    private int chunksTotal;

    @Column(name = "tokens_read")
    private long tokensRead;

    @Column(name = "tokens_total")
    private long tokensTotal;

    @Column(name = "measured_tokens")
    private long measuredTokens;

    @Column(name = "measured_millis")
    private long measuredMillis;

    @Column(name = "postponements")
    private int postponements;

    @Column(name = "problem_code")
    private @Nullable String problemCode;

    @Column(name = "problem_status")
    private @Nullable Integer problemStatus;

    @Column(name = "problem_sentence")
    private @Nullable String problemSentence;

    @SuppressWarnings("NullAway.Init")
    Journey() {}

    Journey(Submission submission) {
        document = submission.id().value();
        tenant = submission.tenant();
        sourceId = submission.sourceId();
        mediaType = submission.mediaType();
        profile = submission.profile();
        language = submission.language();
        receivedAt = submission.receivedAt();
        state = JourneyState.RECEIVED;
    }

    /// Takes a step.
    ///
    /// @throws JourneyEndedException when there is none to take any more
    void take(Step step, Instant now) {
        if (state.ended()) {
            throw new JourneyEndedException(state);
        }
        switch (step) {
            case Step.Extracting extracting -> state = JourneyState.EXTRACTING;
            case Step.Reading reading -> {
                state = JourneyState.READING;
                progress(reading.progress());
            }
            case Step.ChunkRead chunk -> {
                postponements = 0;
                progress(chunk.progress());
                measuredTokens += chunk.tokens();
                measuredMillis += chunk.took().toMillis();
            }
            case Step.Postponed postponed -> postponements++;
            case Step.Completed completed -> end(JourneyState.COMPLETED, now);
            case Step.Failed failed -> {
                end(JourneyState.FAILED, now);
                problemCode = failed.refusal().code();
                problemStatus = failed.refusal().status();
                problemSentence = failed.refusal().sentence();
            }
        }
    }

    void cancel(Instant now) {
        end(JourneyState.CANCELLED, now);
    }

    /// The submitter's own reference may name a person, so it goes with the content.
    void erase(Instant now) {
        end(JourneyState.ERASED, now);
        sourceId = null;
        problemCode = null;
    }

    private void end(JourneyState last, Instant now) {
        state = last;
        finishedAt = now;
    }

    private void progress(Progress progress) {
        chunksRead = progress.chunksRead();
        chunksTotal = progress.chunksTotal();
        tokensRead = progress.tokensRead();
        tokensTotal = progress.tokensTotal();
    }

    DocumentId document() {
        return new DocumentId(document);
    }

    String tenant() {
        return tenant;
    }

    @Nullable
    String sourceId() {
        return sourceId;
    }

    String mediaType() {
        return mediaType;
    }

    String profile() {
        return profile;
    }

    @Nullable
    String language() {
        return language;
    }

    JourneyState state() {
        return state;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    int postponements() {
        return postponements;
    }

    Progress progress() {
        return new Progress(chunksRead, chunksTotal, tokensRead, tokensTotal);
    }

    /// The measured milliseconds a token, empty before anything was measured.
    OptionalDouble pace() {
        return measuredTokens == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) measuredMillis / measuredTokens);
    }

    /// How it ended, once it has.
    JourneyEnded ending() {
        Instant end = finishedAt == null ? receivedAt : finishedAt;
        return new JourneyEnded(state, problemCode, Duration.between(receivedAt, end));
    }

    @Nullable
    StoredRefusal problem() {
        return problemCode == null || problemStatus == null || problemSentence == null
                ? null
                : new StoredRefusal(new ProblemType(problemCode, problemStatus, problemSentence));
    }
}
