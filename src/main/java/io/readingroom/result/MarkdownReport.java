package io.readingroom.result;

import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.KeyFact;
import io.readingroom.analysis.Sentiment;
import io.readingroom.analysis.SummarySection;
import io.readingroom.document.Warning;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.Origin;
import io.readingroom.reading.SupportedSentence;
import java.util.List;
import java.util.Locale;

/// An analysis as a page to read. Everything that comes from the document or from a model is escaped.
final class MarkdownReport {

    /// How the line begins that marks the report, as `provenance.aiGenerated` marks the answer in JSON.
    static final String MARK = "AI-generated: true.";

    private final StringBuilder page = new StringBuilder();

    private MarkdownReport() {}

    static String of(Analysis analysis) {
        MarkdownReport report = new MarkdownReport();
        report.line("# Analysis of document " + analysis.documentId());
        report.mark(analysis.provenance().origin());
        report.summary(analysis);
        report.sentiment(analysis.sentiment());
        report.facts(analysis);
        report.sections(analysis.summary().sections());
        report.coverage(analysis);
        return report.page.toString();
    }

    /// Says for people what the line begins with for programs, before everything that was written by a program.
    private void mark(Origin origin) {
        line(MARK + " This was written by the model " + Markdown.escape(origin.model()) + " of "
                + Markdown.escape(origin.engine()) + "; each statement names the words it rests on.");
    }

    private void summary(Analysis analysis) {
        line("## Summary");
        if (analysis.summary().sentences().isEmpty()) {
            line("No sentence of a summary could be supported by the text.");
        }
        sentences(analysis.summary().sentences());
    }

    private void sentences(List<SupportedSentence> sentences) {
        for (SupportedSentence sentence : sentences) {
            item(Markdown.escape(sentence.text()));
            sentence.evidence().forEach(this::evidence);
        }
        page.append('\n');
    }

    private void sentiment(Sentiment sentiment) {
        line("## Sentiment");
        line(String.format(
                Locale.ROOT,
                "**%s** (%.2f%s; positive %.2f, neutral %.2f, negative %.2f)",
                sentiment.label().name().toLowerCase(Locale.ROOT),
                sentiment.confidence(),
                sentiment.calibrated() ? "" : ", not calibrated for this model",
                sentiment.positive(),
                sentiment.neutral(),
                sentiment.negative()));
        sentiment.drivers().forEach(driver -> item(quoted(driver)));
        page.append('\n');
    }

    private void facts(Analysis analysis) {
        line("## Key facts");
        if (analysis.keyFacts().isEmpty()) {
            line("None was found.");
        }
        for (KeyFact fact : analysis.keyFacts()) {
            String normalized = fact.normalized() == null ? "" : " = " + Markdown.escape(fact.normalized());
            item(fact.id() + " **" + Markdown.escape(fact.kind()) + "**: " + Markdown.escape(fact.value())
                    + normalized);
            fact.evidence().forEach(this::evidence);
        }
        analysis.conflicts()
                .forEach(c -> item("Conflict about " + Markdown.escape(c.attribute()) + ": "
                        + Markdown.escape(String.join(", ", c.facts()))));
        page.append('\n');
    }

    private void sections(List<SummarySection> sections) {
        for (SummarySection section : sections) {
            line("## Part from page " + section.page());
            sentences(section.sentences());
        }
    }

    private void coverage(Analysis analysis) {
        line("## How it was read");
        var characters = analysis.coverage().characters();
        item(characters.read() + " of " + characters.total() + " characters read");
        item("Dropped because code could not vouch for it: "
                + analysis.rejected().ungroundedFacts() + " facts, "
                + analysis.rejected().unsupportedSentences() + " sentences, "
                + analysis.rejected().invalidAnswers() + " answers");
        for (Warning warning : analysis.warnings()) {
            item("Warning: " + Markdown.escape(warning.code())
                    + (warning.page() == null ? "" : " (page " + warning.page() + ")"));
        }
        var origin = analysis.provenance().origin();
        item("Engine " + Markdown.escape(origin.engine()) + " " + Markdown.escape(origin.engineVersion()) + ", model "
                + Markdown.escape(origin.model()) + ", " + Markdown.escape(origin.modelDigest()));
    }

    private void evidence(Evidence evidence) {
        page.append("    - ").append(quoted(evidence)).append('\n');
    }

    private static String quoted(Evidence evidence) {
        return "page " + evidence.page() + ": “" + Markdown.escape(evidence.quote()) + "”";
    }

    private void item(String text) {
        page.append("- ").append(text).append('\n');
    }

    private void line(String text) {
        page.append(text).append("\n\n");
    }
}
