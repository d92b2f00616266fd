package io.readingroom.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.readingroom.metrics.Watching.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WatchingTest {

    private static final Path RUNBOOKS = Path.of("docs/how-to/alerts");
    private static final Pattern PANEL = Pattern.compile("(?<![*\\w])\\*([A-Z][^*\\n]+)\\*(?!\\*)");

    @Test
    void every_alert_says_how_bad_it_is_and_what_happened() {
        assertThat(Watching.alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.labels().get("severity")).isIn("critical", "warning", "info");
            assertThat(alert.annotations().keySet()).containsExactlyInAnyOrder("summary", "description");
            assertThat(alert.annotations().values()).allMatch(text -> text.endsWith("."));
        });
    }

    @Test
    void every_alert_asks_only_for_its_own_release() {
        assertThat(Watching.alerts())
                .allSatisfy(alert -> assertThat(PromQl.of(alert.expression()).selectors())
                        .isNotEmpty()
                        .allSatisfy(selector -> assertThat(selector.conditions().stream()
                                        .map(PromQl.Condition::label)
                                        .filter(Set.of("namespace", "service", "deployment")::contains))
                                .hasSize(2)));
    }

    @Test
    void a_runbook_agrees_with_its_alert_and_tells_what_it_means_what_to_look_at_and_what_to_do() throws IOException {
        for (Alert alert : Watching.alerts()) {
            assertThat(Files.readString(RUNBOOKS.resolve(alert.name() + ".md")))
                    .startsWith("# " + alert.name() + "\n\nSeverity: "
                            + alert.labels().get("severity") + ".\n")
                    .contains("\n## What it means\n", "\n## What to look at\n", "\n## What to do\n");
        }
    }

    @Test
    void the_panels_that_a_runbook_names_are_on_the_dashboard() throws IOException {
        Set<String> titles = Watching.panels().stream()
                .map(panel -> panel.path("title").asText())
                .collect(Collectors.toSet());
        for (Alert alert : Watching.alerts()) {
            String page = Files.readString(RUNBOOKS.resolve(alert.name() + ".md"));
            assertThat(PANEL.matcher(page).results().map(match -> match.group(1)))
                    .as(alert.name())
                    .isSubsetOf(titles);
        }
    }

    @Test
    void every_panel_has_a_title_and_a_number_of_its_own_and_takes_the_chosen_data_source() {
        List<JsonNode> panels = Watching.panels();
        assertThat(panels).hasSizeGreaterThan(20);
        assertThat(panels.stream().map(panel -> panel.path("title").asText()))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels)
                .allSatisfy(
                        panel -> assertThat(panel.path("datasource").path("uid").asText())
                                .isEqualTo("${datasource}"));
    }

    @Test
    void no_panel_lies_upon_another() {
        List<JsonNode> places =
                Watching.panels().stream().map(panel -> panel.path("gridPos")).toList();
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(places.get(i), places.get(j)))
                        .as("%s and %s", places.get(i), places.get(j))
                        .isFalse();
            }
        }
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return overlap(one, other, "x", "w") && overlap(one, other, "y", "h");
    }

    private static boolean overlap(JsonNode one, JsonNode other, String start, String size) {
        return one.path(start).asInt()
                        < other.path(start).asInt() + other.path(size).asInt()
                && other.path(start).asInt()
                        < one.path(start).asInt() + one.path(size).asInt();
    }
}
