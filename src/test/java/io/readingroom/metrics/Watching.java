package io.readingroom.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What the chart brings to watch the service by: its dashboard and its alerts.
final class Watching {

    static final Path DASHBOARD = Path.of("helm/reading-room/files/dashboard.json");
    static final Path ALERTS = Path.of("helm/reading-room/files/alerts.yaml");

    private Watching() {}

    /// An expression and where it stands.
    record Query(String place, String expression) {}

    /// An alert; `annotations` and `labels` as they are written.
    record Alert(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {}

    static JsonNode dashboard() {
        try {
            return new ObjectMapper().readTree(Files.readString(DASHBOARD));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The panels, rows left out.
    static List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        dashboard().path("panels").forEach(panels::add);
        panels.removeIf(panel -> panel.path("type").asText().equals("row"));
        return panels;
    }

    /// The alerts, with a namespace, a release and thresholds in place of what the chart fills in.
    @SuppressWarnings("unchecked")
    static List<Alert> alerts() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, List<Map<String, Object>>> file = yaml.load(filledIn());
        List<Alert> alerts = new ArrayList<>();
        for (Map<String, Object> group : file.getOrDefault("groups", List.of())) {
            for (Map<String, Object> rule : (List<Map<String, Object>>) group.getOrDefault("rules", List.of())) {
                alerts.add(new Alert(
                        String.valueOf(rule.get("alert")),
                        String.valueOf(rule.get("expr")),
                        (Map<String, String>) rule.getOrDefault("labels", Map.of()),
                        (Map<String, String>) rule.getOrDefault("annotations", Map.of())));
            }
        }
        return alerts;
    }

    /// Every query of both.
    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : panels()) {
            panel.path("targets")
                    .forEach(target -> queries.add(new Query(
                            "panel " + panel.path("title").asText(),
                            target.path("expr").asText())));
        }
        for (JsonNode variable : dashboard().path("templating").path("list")) {
            String query = variable.path("query").path("query").asText();
            if (query.startsWith("label_values(")) {
                queries.add(new Query(
                        "variable " + variable.path("name").asText(),
                        query.substring("label_values(".length(), query.lastIndexOf(','))));
            }
        }
        alerts().forEach(alert -> queries.add(new Query("alert " + alert.name(), alert.expression())));
        return queries;
    }

    private static String filledIn() {
        try {
            return Files.readString(ALERTS)
                    .replace("${service}", "namespace=\"n\",service=\"s\"")
                    .replace("${deployment}", "namespace=\"n\",deployment=\"s\"")
                    .replaceAll("\\$\\{[a-zA-Z]+}", "0.5");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
