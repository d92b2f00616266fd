package io.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each control of the mapping names something that is there, and a test that is there, and promises no more than help.
class ControlMappingTest {

    private static final Path MAPPING = Path.of("docs/reference/control-mapping.md");
    private static final Pattern ENDPOINT = Pattern.compile("`((?:GET|POST|PUT|DELETE) /[^`]*)`");
    private static final Pattern SETTING = Pattern.compile("`(reading-room\\.[a-z0-9.-]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");
    private static final Pattern PATH = Pattern.compile("(?m)^  (/[^:]*):$");
    private static final Pattern METHOD = Pattern.compile("(?m)^    (get|post|put|delete):$");

    private static final int COLUMNS = 5;

    /// A line of the mapping.
    private record Row(String control, String asks, String feature, String tests, String operator) {}

    @Test
    void every_control_names_a_feature_that_is_there() throws IOException {
        Set<String> endpoints = endpoints();
        String settings = Files.readString(Path.of("docs/reference/configuration.md"));
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            List<String> called = found(ENDPOINT, row.feature);
            List<String> set = found(SETTING, row.feature);
            List<String> linked = found(LINK, row.feature);
            assertThat(called.size() + set.size() + linked.size())
                    .as("places of " + row.control)
                    .isPositive();
            assertThat(endpoints).containsAll(called);
            assertThat(set).allMatch(setting -> settings.contains("| `" + setting + "` |"));
            assertThat(linked)
                    .allMatch(link -> Files.exists(MAPPING.resolveSibling(link).normalize()));
        });
    }

    @Test
    void every_control_names_a_test_that_is_there() throws IOException {
        Set<String> tests = new ClassFileImporter()
                .importPackages("io.readingroom").stream()
                        .filter(ControlMappingTest::hasTests)
                        .map(type -> type.getEnclosingClass().orElse(type).getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows())
                .allSatisfy(row -> assertThat(found(TEST, row.tests))
                        .as("tests of " + row.control)
                        .isNotEmpty()
                        .isSubsetOf(tests));
    }

    @Test
    void every_control_says_what_it_asks_and_what_is_left_to_do() throws IOException {
        assertThat(rows())
                .allSatisfy(row ->
                        assertThat(List.of(row.control, row.asks, row.operator)).noneMatch(String::isBlank));
        assertThat(rows()).extracting(Row::control).doesNotHaveDuplicates();
    }

    @Test
    void nothing_but_help_is_promised() throws IOException {
        assertThat(Files.readString(MAPPING))
                .contains("helps satisfy")
                .doesNotContainPattern("(?i)\\b(compl(y|ies|iant)|guarantee|certified|ensures compliance)");
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(MAPPING).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Control |"))
                .map(line -> line.substring(2, line.length() - 1).split("\\|", -1))
                .peek(cells -> assertThat(cells).as(cells[0]).hasSize(COLUMNS))
                .map(cells -> Arrays.stream(cells).map(String::strip).toList())
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList();
    }

    /// The operations of the interface, as `METHOD path`.
    private static Set<String> endpoints() throws IOException {
        String description = Files.readString(Path.of("docs/reference/openapi.yaml"));
        List<MatchResult> paths = PATH.matcher(description).results().toList();
        Set<String> endpoints = new TreeSet<>();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i).group(1);
            int end = i + 1 < paths.size() ? paths.get(i + 1).start() : description.length();
            METHOD.matcher(description.substring(paths.get(i).end(), end))
                    .results()
                    .forEach(method -> endpoints.add(method.group(1).toUpperCase(Locale.ROOT) + " " + path));
        }
        return endpoints;
    }

    private static boolean hasTests(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .map(annotation -> annotation.getRawType().getPackageName())
                .anyMatch(name -> name.startsWith("org.junit.jupiter") || name.startsWith("net.jqwik"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
