package io.readingroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints an analysis for a person at a terminal.
final class AnswerPrinter {

    private static final int QUOTE_LIMIT = 160;
    private static final int FACTS_PER_KIND = 8;

    /// A quote shorter than this says little without the words around it.
    private static final int SHORT_QUOTE = 60;
    private static final int AROUND = 50;

    private final PrintStream out;

    AnswerPrinter(PrintStream out) {
        this.out = out;
    }

    /// @param text that the analysis is about
    void print(JsonNode analysis, String text) {
        summary(analysis.path("summary"));
        sentiment(analysis.path("sentiment"));
        facts(analysis.path("keyFacts"), text);
        footer(analysis);
    }

    private void summary(JsonNode summary) {
        out.println("\n  Summary");
        for (JsonNode sentence : summary.path("sentences")) {
            out.println("    " + plain(sentence.path("text").asText()));
            sentence.path("evidence").forEach(evidence -> out.println("        " + place(evidence)));
        }
        if (summary.path("sentences").isEmpty()) {
            out.println("    (no sentence of the summary could be verified)");
        }
        int sections = summary.path("sections").size();
        if (sections > 0) {
            out.println("    The summaries of the " + sections + " parts are in the answer's summary.sections.");
        }
    }

    private void sentiment(JsonNode sentiment) {
        JsonNode scores = sentiment.path("scores");
        out.printf(
                Locale.ROOT,
                "%n  Sentiment: %s (confidence %.2f; positive %.2f, neutral %.2f, negative %.2f)%n",
                sentiment.path("label").asText(),
                sentiment.path("confidence").asDouble(),
                scores.path("positive").asDouble(),
                scores.path("neutral").asDouble(),
                scores.path("negative").asDouble());
        sentiment.path("drivers").forEach(driver -> out.println("        " + place(driver)));
    }

    private void facts(JsonNode facts, String text) {
        out.println("\n  Key facts");
        String kind = "";
        int shown = 0;
        for (JsonNode fact : sortedByKind(facts)) {
            String next = fact.path("kind").asText();
            shown = next.equals(kind) ? shown + 1 : 1;
            kind = next;
            if (shown <= FACTS_PER_KIND) {
                fact(fact, text);
            } else if (shown == FACTS_PER_KIND + 1) {
                out.println("    " + pad(kind) + "… and more in the answer");
            }
        }
        if (facts.isEmpty()) {
            out.println("    (none)");
        }
    }

    private void fact(JsonNode fact, String text) {
        String normalized = fact.path("normalized").asText("");
        String value = plain(fact.path("value").asText());
        boolean telling = !normalized.isEmpty() && !normalized.equalsIgnoreCase(value);
        out.println("    " + pad(fact.path("kind").asText()) + value + (telling ? "  = " + plain(normalized) : ""));
        out.println("        " + placeInText(fact.path("evidence").path(0), text));
    }

    private void footer(JsonNode analysis) {
        JsonNode origin = analysis.path("provenance");
        JsonNode coverage = analysis.path("coverage");
        JsonNode rejected = analysis.path("rejected");
        out.printf(
                Locale.ROOT,
                "%n  Read %d of %d characters in %d chunk(s) by %s %s in %d s%n",
                coverage.path("characters").path("read").asLong(),
                coverage.path("characters").path("total").asLong(),
                coverage.path("chunks").path("read").asLong(),
                origin.path("engine").asText(),
                origin.path("model").asText(),
                seconds(origin));
        cost(origin, coverage.path("tokens").path("total").asLong());
        out.printf(
                "  Dropped because the text does not bear it out: %d facts, %d sentences%n",
                rejected.path("ungroundedFacts").asInt(),
                rejected.path("unsupportedSentences").asInt());
        analysis.path("warnings")
                .forEach(warning -> out.println("  Warning: "
                        + warning.path("code").asText()
                        + (warning.hasNonNull("page")
                                ? ", page " + warning.path("page").asInt()
                                : "")));
    }

    private void cost(JsonNode origin, long documentTokens) {
        if (origin.path("calls").asInt() == 0) {
            return;
        }
        long prompts = origin.path("promptTokens").asLong();
        out.printf(
                Locale.ROOT,
                "  Model: %d calls, %d prompt tokens (%.2f for each of the document; %.2f without what the server had"
                        + " just read), %d output tokens%n",
                origin.path("calls").asInt(),
                prompts,
                (double) prompts / documentTokens,
                (double) (prompts - origin.path("prefixTokens").asLong()) / documentTokens,
                origin.path("outputTokens").asLong());
    }

    private static long seconds(JsonNode origin) {
        return Duration.between(
                        Instant.parse(origin.path("startedAt").asText()),
                        Instant.parse(origin.path("finishedAt").asText()))
                .toSeconds();
    }

    private static Iterable<JsonNode> sortedByKind(JsonNode facts) {
        Map<String, List<JsonNode>> kinds = new LinkedHashMap<>();
        facts.forEach(fact -> kinds.computeIfAbsent(fact.path("kind").asText(), kind -> new ArrayList<>())
                .add(fact));
        return kinds.values().stream().flatMap(List::stream).toList();
    }

    private static String place(JsonNode evidence) {
        String quote = plain(evidence.path("quote").asText());
        String shown = quote.length() > QUOTE_LIMIT ? quote.substring(0, QUOTE_LIMIT) + "…" : quote;
        return place(evidence, shown);
    }

    private static String place(JsonNode evidence, String shown) {
        return "p. " + evidence.path("page").asInt() + "  “" + shown + "”";
    }

    /// A short quote in square brackets among the words around it.
    private static String placeInText(JsonNode evidence, String text) {
        int start = evidence.path("start").asInt();
        int end = evidence.path("end").asInt();
        if (end - start >= SHORT_QUOTE || end > text.length()) {
            return place(evidence);
        }
        String before = text.substring(Math.max(0, start - AROUND), start);
        String behind = text.substring(end, Math.min(text.length(), end + AROUND));
        return place(evidence, plain("…" + before + "[" + text.substring(start, end) + "]" + behind + "…"));
    }

    private static String pad(String kind) {
        return String.format(Locale.ROOT, "%-16s", kind);
    }

    /// A document may hold escape sequences that would move a terminal's cursor: no control character gets through.
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{C}", "").strip();
    }
}
