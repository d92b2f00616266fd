package io.readingroom.pipeline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.readingroom.analysis.Analysis;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.audit.ReadBy;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Refusal;
import io.readingroom.document.Span;
import io.readingroom.journey.JourneyMoved;
import io.readingroom.journey.Journeys;
import io.readingroom.journey.Progress;
import io.readingroom.journey.Step;
import io.readingroom.privacy.DocumentErased;
import io.readingroom.privacy.DocumentKeys;
import io.readingroom.privacy.SealedJson;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reading;
import io.readingroom.reading.Usage;
import io.readingroom.result.KeptText;
import io.readingroom.result.Results;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The notebook as rows, with everything that says something about a document sealed under its key.
@ApplicationScoped
class SealedNotebook implements Notebook, PanacheRepositoryBase<ChunkReading, ChunkReading.Key> {

    private static final String PURPOSE = "reading";
    private static final String TEXT = "text";

    private final Journeys journeys;
    private final Results results;
    private final AuditLog register;
    private final DocumentKeys keys;
    private final SealedJson json;
    private final Backoff backoff;

    SealedNotebook(
            Journeys journeys,
            Results results,
            AuditLog register,
            DocumentKeys keys,
            SealedJson json,
            PipelineConfig config) {
        this.journeys = journeys;
        this.results = results;
        this.register = register;
        this.keys = keys;
        this.json = json;
        this.backoff = new Backoff(config.retries(), config.firstPause(), config.longestPause());
    }

    @Override
    @Transactional
    public void extracting(DocumentId document) {
        journeys.advance(document, new Step.Extracting());
    }

    @Override
    @Transactional
    public Optional<KeptText> text(DocumentId document) {
        return results.text(document);
    }

    @Override
    @Transactional
    public void keep(KeptText text) {
        journeys.advance(text.document(), new Step.Extracting());
        results.keep(text);
        String content = text.text().reveal();
        register.record(new AuditEvent.TextExtracted(
                text.document(),
                keys.digest(text.document(), TEXT, content.getBytes(StandardCharsets.UTF_8)),
                text.pages().size(),
                content.length()));
    }

    @Override
    @Transactional
    public Map<Span, Reading> readings(DocumentId document, ContentDigest origin) {
        Map<Span, Reading> readings = new HashMap<>();
        for (ChunkReading row : list("key.document = ?1 and origin = ?2", document.value(), origin.hex())) {
            byte[] plain = keys.open(document, PURPOSE, row.sealed());
            readings.put(new Span(row.key().start(), row.key().end()), json.read(plain, Reading.class));
        }
        return readings;
    }

    @Override
    @Transactional
    public void planned(DocumentId document, Progress progress) {
        journeys.advance(document, new Step.Reading(progress));
    }

    @Override
    @Transactional
    public void reading(DocumentId document, Span chunk, Origin by) {
        register.record(new AuditEvent.ChunkBegun(document, chunk, readBy(by)));
    }

    @Override
    @Transactional
    public void unread(DocumentId document, Span chunk, Origin by, String reason) {
        register.record(new AuditEvent.ChunkFailed(document, chunk, readBy(by), reason));
    }

    @Override
    @Transactional
    public void analysing(DocumentId document, Origin by) {
        register.record(new AuditEvent.AnalysisBegun(document, readBy(by)));
    }

    private static ReadBy readBy(Origin by) {
        return new ReadBy(by.engine(), by.model(), by.modelDigest(), by.templateDigests());
    }

    @Override
    @Transactional
    public void keep(DocumentId document, ReadChunk chunk) {
        Reading reading = chunk.reading();
        journeys.advance(document, new Step.ChunkRead(chunk.progress(), reading.tokens(), chunk.took()));
        byte[] sealed = keys.seal(document, PURPOSE, json.write(reading));
        getEntityManager()
                .merge(new ChunkReading(
                        document.value(), reading.span(), chunk.origin().hex(), sealed));
        Origin by = chunk.by();
        Usage usage = reading.usage();
        register.record(new AuditEvent.ChunkRead(
                document, reading.span(), readBy(by), usage.calls(), usage.promptTokens(), usage.outputTokens()));
    }

    @Override
    @Transactional
    public void complete(Analysis analysis) {
        DocumentId document = analysis.documentId();
        journeys.advance(document, new Step.Completed());
        results.keep(analysis);
        Origin by = analysis.provenance().origin();
        Usage usage = analysis.provenance().usage();
        register.record(new AuditEvent.AnalysisCompleted(
                document,
                readBy(by),
                analysis.keyFacts().size(),
                usage.calls(),
                usage.promptTokens(),
                usage.outputTokens()));
    }

    @Override
    @Transactional
    public void fail(DocumentId document, Refusal refusal) {
        journeys.advance(document, new Step.Failed(refusal));
        register.record(new AuditEvent.DocumentFailed(document, refusal.code()));
    }

    @Override
    @Transactional
    public Optional<Duration> postpone(DocumentId document, Refusal refusal) {
        Optional<Duration> pause = backoff.pause(journeys.advance(document, new Step.Postponed()));
        if (pause.isEmpty()) {
            fail(document, refusal);
        } else {
            register.record(new AuditEvent.DocumentPostponed(document, refusal.code()));
        }
        return pause;
    }

    /// Before the journey ends by it, so that the receipt tells what there was.
    void onErased(@Observes @Priority(Interceptor.Priority.APPLICATION) DocumentErased erased) {
        erased.released(
                "pipeline.readings", delete("key.document", erased.document().value()));
    }

    /// What was noted on the way is of no use once the journey has ended.
    void onMoved(@Observes JourneyMoved moved) {
        if (moved.state().ended()) {
            delete("key.document", moved.document().value());
        }
    }
}
