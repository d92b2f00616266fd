package io.readingroom.analysis.merging;

import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.AnalysisConfig;
import io.readingroom.analysis.Analyst;
import io.readingroom.analysis.Material;
import io.readingroom.analysis.Provenance;
import io.readingroom.analysis.Summary;
import io.readingroom.analysis.SummarySection;
import io.readingroom.analysis.summary.Condensed;
import io.readingroom.analysis.summary.Condenser;
import io.readingroom.analysis.summary.SummaryInLanguage;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.Page;
import io.readingroom.document.Warning;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reading;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Merges the facts, weighs the sentiment, and has the engine that read condense the summaries of several chunks.
@ApplicationScoped
public class DocumentAnalyst implements Analyst {

    private final Iterable<Condenser> condensers;
    private final AnalysisConfig config;
    private final Clock clock;
    private final String version;

    @Inject
    public DocumentAnalyst(
            @Any Instance<Condenser> condensers,
            AnalysisConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this((Iterable<Condenser>) condensers, config, clock, version);
    }

    DocumentAnalyst(Iterable<Condenser> condensers, AnalysisConfig config, Clock clock, String version) {
        this.condensers = condensers;
        this.config = config;
        this.clock = clock;
        this.version = version;
    }

    @Override
    public Analysis analyse(Material material) throws InterruptedException {
        MergedFacts facts =
                MergedFacts.of(material.readings(), material.assignment().profile());
        CoveredText covered = CoveredText.of(material);
        Condenser condenser = condenser(material);
        SummaryInLanguage summary = SummaryInLanguage.of(material, condensed(material, condenser), condenser);
        Condensed whole = summary.whole();
        return new Analysis(
                material.document(),
                new Summary(summary.language(), whole.sentences(), sections(material)),
                new WeighedSentiment(material).of(config.sentimentDrivers()),
                facts.facts(),
                facts.conflicts(),
                covered.coverage(material),
                rejected(material).plus(whole.rejected()),
                warnings(material, covered, summary),
                provenance(material, whole));
    }

    /// One chunk: its sentences are the summary. Several: the engine that read them condenses.
    private static Condensed condensed(Material material, Condenser condenser) throws InterruptedException {
        if (material.readings().size() < 2) {
            List<SupportedSentence> sentences = material.readings().stream()
                    .flatMap(reading -> reading.summary().stream())
                    .toList();
            return new Condensed(sentences, Rejected.NONE, Usage.NONE, Map.of());
        }
        return condenser.condense(material);
    }

    private Condenser condenser(Material material) {
        String engine = material.origin().engine();
        for (Condenser condenser : condensers) {
            if (condenser.engine().equals(engine)) {
                return condenser;
            }
        }
        throw new IllegalStateException("No condenser for the engine " + engine);
    }

    private static List<SummarySection> sections(Material material) {
        if (material.readings().size() < 2) {
            return List.of();
        }
        return material.readings().stream()
                .map(reading -> new SummarySection(
                        reading.span(), Page.at(material.pages(), reading.span().start()), reading.summary()))
                .toList();
    }

    private static Rejected rejected(Material material) {
        return material.readings().stream().map(Reading::rejected).reduce(Rejected.NONE, Rejected::plus);
    }

    private static List<Warning> warnings(Material material, CoveredText covered, SummaryInLanguage summary) {
        Set<Warning> warnings = new LinkedHashSet<>(material.warnings());
        warnings.addAll(SuspiciousText.warnings(material));
        warnings.addAll(covered.warnings(material.pages()));
        warnings.addAll(summary.warnings());
        return new ArrayList<>(warnings);
    }

    private Provenance provenance(Material material, Condensed whole) {
        Origin read = material.origin();
        Map<String, ContentDigest> digests = new TreeMap<>(read.templateDigests());
        digests.putAll(whole.templateDigests());
        Origin origin = new Origin(
                read.engine(),
                read.engineVersion(),
                read.model(),
                read.modelDigest(),
                read.contextTokens(),
                read.seed(),
                digests);
        Usage usage = material.readings().stream().map(Reading::usage).reduce(whole.usage(), Usage::plus);
        byte[] text = material.text().reveal().getBytes(StandardCharsets.UTF_8);
        return new Provenance(origin, ContentDigest.of(text), usage, material.startedAt(), clock.instant(), version);
    }
}
