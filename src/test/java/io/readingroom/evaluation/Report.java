package io.readingroom.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures of all runs whose answers are kept, side by side.
final class Report {

    private final EvaluationOptions options;
    private final ObjectMapper json = new ObjectMapper();
    private final ArrayNode rows = json.createArrayNode();

    Report(EvaluationOptions options) {
        this.options = options;
    }

    /// Prints the table and writes it as JSON beside the answers.
    void print(PrintStream out) throws IOException {
        for (Path corpus : options.corpora()) {
            List<LabelledDocument> documents = options.limited(LabelledDocument.of(corpus));
            try (Stream<Path> files = Files.list(options.out())) {
                String prefix = corpus.getFileName() + ".";
                for (Path file : files.filter(f -> f.getFileName().toString().startsWith(prefix))
                        .sorted()
                        .toList()) {
                    out.println("\n" + file.getFileName());
                    corpus(
                            out,
                            documents,
                            new Answers(file).all(),
                            file.getFileName().toString());
                }
            }
        }
        json.writerWithDefaultPrettyPrinter()
                .writeValue(options.out().resolve("report.json").toFile(), rows);
    }

    private void corpus(PrintStream out, List<LabelledDocument> documents, List<Outcome> outcomes, String run) {
        Map<String, Outcome> byKey = outcomes.stream().collect(Collectors.toMap(Outcome::key, o -> o));
        ObjectNode row = rows.addObject().put("run", run);
        if (documents.getFirst().profile().equals("nda")) {
            fields(out, FieldMeasure.of(documents, byKey), row);
        } else {
            SentimentMeasure.byLanguage(documents, byKey)
                    .forEach((language, judged) -> sentiment(out, language, SentimentMeasure.of(judged), row));
        }
        cost(out, outcomes, row);
    }

    private static void fields(PrintStream out, FieldMeasure measure, ObjectNode row) {
        out.println("                      F1   precision  recall   right/wrong/missed");
        measure.byField().forEach((field, tally) -> line(out, field, tally, row));
        line(out, "all, kept", measure.kept(), row);
        line(out, "all, answered", measure.answered(), row);
    }

    private static void line(PrintStream out, String name, Tally tally, ObjectNode row) {
        out.printf(
                Locale.ROOT,
                "  %-16s  %.3f      %.3f   %.3f   %d/%d/%d%n",
                name,
                tally.f1(),
                tally.precision(),
                tally.recall(),
                tally.right(),
                tally.wrong(),
                tally.missed());
        row.putObject(name)
                .put("f1", tally.f1())
                .put("precision", tally.precision())
                .put("recall", tally.recall());
    }

    private static void sentiment(PrintStream out, String language, SentimentMeasure measure, ObjectNode row) {
        out.printf(
                Locale.ROOT,
                "  %-4s as answered: accuracy %.3f, macro-F1 %.3f; band fitted on one half (%.1f), other half: %.3f;"
                        + " any halves: %.3f%n",
                language,
                measure.accuracy(),
                measure.macroF1(),
                measure.band(),
                measure.fittedF1(),
                measure.halvesF1());
        row.putObject(language)
                .put("accuracy", measure.accuracy())
                .put("macroF1", measure.macroF1())
                .put("fittedF1", measure.fittedF1())
                .put("band", measure.band())
                .put("halvesF1", measure.halvesF1());
    }

    private static void cost(PrintStream out, List<Outcome> outcomes, ObjectNode row) {
        long read = outcomes.stream().filter(o -> o.problem() == null).count();
        long tokens = sum(outcomes, Outcome::documentTokens);
        long prompts = sum(outcomes, Outcome::promptTokens);
        long fresh = prompts - sum(outcomes, Outcome::prefixTokens);
        row.put("documents", outcomes.size())
                .put("read", read)
                .put("evidence", sum(outcomes, Outcome::evidence))
                .put("verified", sum(outcomes, Outcome::verified))
                .put("promptTokensPerDocumentToken", (double) prompts / Math.max(1, tokens))
                .put("freshPromptTokensPerDocumentToken", (double) fresh / Math.max(1, tokens))
                .put("outputTokensPerDocument", (double) sum(outcomes, Outcome::outputTokens) / Math.max(1, read))
                .put("secondsPerDocument", sum(outcomes, Outcome::millis) / 1000.0 / Math.max(1, outcomes.size()));
        out.printf(
                Locale.ROOT,
                "  %d of %d read; evidence verified %d of %d; prompt/document tokens %.2f (%.2f with the cache);"
                        + " %.0f output tokens and %.1f s a document%n",
                read,
                outcomes.size(),
                row.path("verified").asLong(),
                row.path("evidence").asLong(),
                row.path("promptTokensPerDocumentToken").asDouble(),
                row.path("freshPromptTokensPerDocumentToken").asDouble(),
                row.path("outputTokensPerDocument").asDouble(),
                row.path("secondsPerDocument").asDouble());
    }

    private static long sum(List<Outcome> outcomes, ToLongFunction<Outcome> figure) {
        return outcomes.stream().mapToLong(figure).sum();
    }
}
