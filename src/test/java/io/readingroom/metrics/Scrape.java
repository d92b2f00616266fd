package io.readingroom.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the service answers to a scrape, in Prometheus' text format.
///
/// @param types the families and their types, the largest of the last minutes left out: it goes with its family
/// @param series all samples
record Scrape(Map<String, String> types, List<Series> series) {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /// One sample.
    record Series(String metric, Map<String, String> labels, double value) {}

    static Scrape of(String text) {
        Map<String, String> types = new TreeMap<>();
        List<Series> series = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
            } else if (sample.matches()) {
                String labels = sample.group(2) == null ? "" : sample.group(2);
                series.add(new Series(sample.group(1), parsed(labels), number(sample.group(3))));
            }
        }
        types.keySet().removeIf(name -> name.endsWith("_max") && types.containsKey(name.replaceFirst("_max$", "")));
        return new Scrape(types, series);
    }

    /// The samples of a metric.
    List<Series> of(String metric, Map<String, String> labels) {
        return series.stream()
                .filter(one -> one.metric().equals(metric))
                .filter(one -> one.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }

    /// The sum of the samples of a metric.
    double sum(String metric, Map<String, String> labels) {
        return of(metric, labels).stream().mapToDouble(Series::value).sum();
    }

    /// The labels of a family with their values, those of buckets left out.
    Map<String, Set<String>> labels(String family) {
        Map<String, Set<String>> labels = new TreeMap<>();
        Stream<Series> samples = series.stream()
                .filter(one -> one.metric().matches(Pattern.quote(family) + "(_bucket|_sum|_count|_max)?"));
        samples.flatMap(one -> one.labels().entrySet().stream())
                .filter(label -> !label.getKey().equals("le"))
                .forEach(label -> labels.computeIfAbsent(label.getKey(), key -> new TreeSet<>())
                        .add(label.getValue()));
        return labels;
    }

    private static Map<String, String> parsed(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
