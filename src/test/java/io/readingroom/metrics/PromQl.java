package io.readingroom.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a PromQL expression asks for: its selectors, and the labels that it groups or matches by. It does not judge the
/// syntax; Prometheus' own tool does that beside the chart.
///
/// @param selectors in the order of the expression
/// @param groupings labels after `by`, `without`, `on`, `ignoring`, `group_left` and `group_right`
record PromQl(List<Selector> selectors, Set<String> groupings) {

    private static final Set<String> CLAUSES = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");
    private static final Pattern TOKEN = Pattern.compile("(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
            + "|(?<range>\\[[^\\]]*])|(?<number>[0-9][0-9a-zA-Z.]*)|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "|(?<other>\\S)");
    private static final Pattern LABEL =
            Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:,|$)");

    /// One metric with what its labels must be.
    record Selector(String metric, List<Condition> conditions) {}

    /// A condition on a label: `=`, `!=`, `=~` or `!~`.
    record Condition(String label, String operator, String value) {

        boolean holds(String actual) {
            return switch (operator) {
                case "=" -> actual.equals(value);
                case "!=" -> !actual.equals(value);
                case "=~" -> actual.matches(value);
                case "!~" -> !actual.matches(value);
                default -> throw new IllegalStateException(operator);
            };
        }
    }

    /// @throws IllegalArgumentException when braces or parentheses are not closed, or a condition has no known form
    static PromQl of(String expression) {
        List<Selector> selectors = new ArrayList<>();
        Set<String> groupings = new TreeSet<>();
        Matcher token = TOKEN.matcher(expression);
        int at = 0;
        while (token.find(at)) {
            at = token.end();
            String name = token.group("name");
            if (name == null) {
                continue;
            }
            String rest = expression.substring(at).stripLeading();
            if (CLAUSES.contains(name.toLowerCase(Locale.ROOT))) {
                if (name.startsWith("group_") && !rest.startsWith("(")) {
                    continue;
                }
                String labels = enclosed(rest, '(', ')');
                groupings.addAll(List.of(labels.strip().split("\\s*,\\s*")));
                at = expression.indexOf(')', at) + 1;
            } else if (rest.startsWith("{")) {
                String labels = enclosed(rest, '{', '}');
                selectors.add(new Selector(name, conditions(labels)));
                at = expression.indexOf('{', at) + labels.length() + 2;
            } else if (!rest.startsWith("(") && !WORDS.contains(name.toLowerCase(Locale.ROOT)) && !grouped(rest)) {
                selectors.add(new Selector(name, List.of()));
            }
        }
        return new PromQl(selectors, groupings);
    }

    /// Whether an aggregation's grouping stands before its parentheses: `sum by (state) (…)`.
    private static boolean grouped(String rest) {
        return rest.matches("(?s)(by|without)\\s*\\(.*");
    }

    private static List<Condition> conditions(String labels) {
        List<Condition> conditions = new ArrayList<>();
        Matcher label = LABEL.matcher(labels);
        int at = 0;
        while (at < labels.length() && label.find(at) && label.start() == at) {
            conditions.add(new Condition(label.group(1), label.group(2), label.group(3)));
            at = label.end();
        }
        if (at < labels.strip().length()) {
            throw new IllegalArgumentException("Not a list of labels: " + labels);
        }
        return conditions;
    }

    /// What stands between the opening at the beginning and its end, strings skipped.
    private static String enclosed(String text, char open, char close) {
        boolean string = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == 0 && c != open) {
                break;
            }
            if (c == '"') {
                string = !string;
            } else if (c == close && !string) {
                return text.substring(1, i);
            }
        }
        throw new IllegalArgumentException("Not enclosed by " + open + close + ": " + text);
    }
}
