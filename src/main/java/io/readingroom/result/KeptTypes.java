package io.readingroom.result;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.Conflict;
import io.readingroom.analysis.Coverage;
import io.readingroom.analysis.KeyFact;
import io.readingroom.analysis.Provenance;
import io.readingroom.analysis.Sentiment;
import io.readingroom.analysis.SentimentSection;
import io.readingroom.analysis.Summary;
import io.readingroom.analysis.SummarySection;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.document.Warning;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;

/// What is written as JSON without standing in an endpoint's signature, so that a native executable does not know it by
/// itself.
@RegisterForReflection(
        targets = {
            KeptText.class,
            Analysis.class,
            Conflict.class,
            Coverage.class,
            Coverage.Share.class,
            KeyFact.class,
            Provenance.class,
            Sentiment.class,
            SentimentSection.class,
            Summary.class,
            SummarySection.class,
            ContentDigest.class,
            DocumentId.class,
            Page.class,
            Span.class,
            Warning.class,
            Evidence.class,
            Origin.class,
            Rejected.class,
            SupportedSentence.class,
            Usage.class,
            AnalysisView.class,
            AnalysisView.ConflictView.class,
            AnalysisView.RejectedView.class,
            AnalysisView.WarningView.class,
            SummaryView.class,
            SummaryView.SentenceView.class,
            SummaryView.SectionView.class,
            SentimentView.class,
            SentimentView.ScoresView.class,
            SentimentView.SectionView.class,
            FactView.class,
            CoverageView.class,
            CoverageView.ShareView.class,
            ProvenanceView.class,
            EvidenceView.class,
            EvidenceView.SpanView.class,
            TextView.class,
            TextView.PageView.class
        })
final class KeptTypes {

    private KeptTypes() {}
}
