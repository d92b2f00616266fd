package io.readingroom.pipeline;

import io.readingroom.analysis.Analysis;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Refusal;
import io.readingroom.document.Span;
import io.readingroom.journey.JourneyEndedException;
import io.readingroom.journey.JourneyState;
import io.readingroom.journey.Progress;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reading;
import io.readingroom.result.KeptText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A notebook in memory.
final class PaperNotebook implements Notebook {

    final List<String> notes = new ArrayList<>();
    final Map<Span, ReadChunk> chunks = new LinkedHashMap<>();
    final List<Span> begun = new CopyOnWriteArrayList<>();
    final Map<Span, String> unread = new ConcurrentHashMap<>();

    @Nullable
    KeptText text;

    @Nullable
    Analysis analysis;

    @Nullable
    Refusal failure;

    @Nullable
    Progress progress;

    JourneyState state = JourneyState.RECEIVED;
    private final Backoff backoff = new Backoff(2, Duration.ofSeconds(5), Duration.ofMinutes(1));
    private int postponements;

    @Override
    public void extracting(DocumentId document) {
        note("extracting");
    }

    @Override
    public Optional<KeptText> text(DocumentId document) {
        return Optional.ofNullable(text);
    }

    @Override
    public void keep(KeptText kept) {
        note("text");
        text = kept;
    }

    @Override
    public Map<Span, Reading> readings(DocumentId document, ContentDigest origin) {
        Map<Span, Reading> same = new HashMap<>();
        chunks.forEach((span, chunk) -> {
            if (chunk.origin().equals(origin)) {
                same.put(span, chunk.reading());
            }
        });
        return same;
    }

    @Override
    public void planned(DocumentId document, Progress planned) {
        note("planned");
        progress = planned;
    }

    @Override
    public void reading(DocumentId document, Span chunk, Origin by) {
        begun.add(chunk);
    }

    @Override
    public void unread(DocumentId document, Span chunk, Origin by, String reason) {
        unread.put(chunk, reason);
    }

    @Override
    public void analysing(DocumentId document, Origin by) {
        note("analysing");
    }

    @Override
    public void keep(DocumentId document, ReadChunk chunk) {
        note("read " + chunk.reading().span().start() + "-"
                + chunk.reading().span().end());
        chunks.put(chunk.reading().span(), chunk);
        progress = chunk.progress();
        postponements = 0;
    }

    @Override
    public void complete(Analysis complete) {
        note("completed");
        analysis = complete;
        state = JourneyState.COMPLETED;
    }

    @Override
    public void fail(DocumentId document, Refusal refusal) {
        note("failed " + refusal.code());
        failure = refusal;
        state = JourneyState.FAILED;
    }

    @Override
    public Optional<Duration> postpone(DocumentId document, Refusal refusal) {
        note("postponed");
        Optional<Duration> pause = backoff.pause(++postponements);
        if (pause.isEmpty()) {
            fail(document, refusal);
        }
        return pause;
    }

    private void note(String note) {
        if (state.ended()) {
            throw new JourneyEndedException(state);
        }
        notes.add(note);
    }
}
