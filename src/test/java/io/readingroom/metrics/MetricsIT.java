package io.readingroom.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.access.DatabaseRole;
import io.readingroom.demo.DatabaseServer;
import io.readingroom.inference.ollama.ScriptedModel;
import io.readingroom.inference.ollama.ScriptedOllama;
import io.readingroom.metrics.PromQl.Condition;
import io.readingroom.metrics.PromQl.Selector;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the service tells after it has read a document, failed at two, and been stopped at one; and whether everything
/// that is asked of it is there.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@QuarkusTestResource(ScriptedModel.class)
@TestProfile(MetricsIT.Impatient.class)
class MetricsIT {

    /// Gives up at the first failure of the model server.
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "reading-room.pipeline.retries", "0",
                    "reading-room.inference.retry-delay", "PT0.01S");
        }
    }

    /// Labels that Prometheus adds, by which it knows whom it scraped.
    private static final Set<String> OF_THE_TARGET = Set.of("namespace", "service", "pod", "deployment");
    /// Metrics of others, which the reference names as such.
    private static final Set<String> OF_OTHERS = Set.of("up", "kube_deployment_status_replicas_ready");

    private static final Pattern NAME = Pattern.compile("\\breading_room_[a-z_]+");

    private static @Nullable String text;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedOllama server;

    private Scrape scrape = new Scrape(Map.of(), List.of());

    @BeforeEach
    void readOnce() throws SQLException {
        if (text == null) {
            text = new EventfulDay(server, database).scrape();
        }
        scrape = Scrape.of(text);
    }

    @Test
    void what_happened_is_counted() {
        assertThat(ended("completed")).isEqualTo(1);
        assertThat(ended("failed")).isEqualTo(2);
        assertThat(ended("cancelled")).isEqualTo(1);
        assertThat(ended("erased")).isZero();
        assertThat(scrape.sum("reading_room_documents_failed_total", Map.of())).isEqualTo(2);
        assertThat(scrape.sum("reading_room_documents_failed_total", Map.of("problem", "model-unavailable")))
                .isEqualTo(1);
        assertThat(scrape.sum("reading_room_extraction_documents_total", Map.of("outcome", "extracted")))
                .isEqualTo(3);
        assertThat(scrape.sum("reading_room_extraction_duration_seconds_count", Map.of()))
                .isEqualTo(4);
        assertThat(calls("server-busy")).isEqualTo(1);
        assertThat(calls("interrupted")).isEqualTo(1);
        assertThat(scrape.sum("reading_room_inference_retries_total", Map.of())).isEqualTo(2);
        assertThat(scrape.sum("reading_room_inference_latency_seconds_count", Map.of()))
                .isEqualTo(calls("answered"))
                .isPositive();
        assertThat(scrape.sum("reading_room_inference_prompt_tokens_sum", Map.of("model", ScriptedOllama.MODEL)))
                .isPositive();
        assertThat(scrape.sum("reading_room_analysis_facts_total", Map.of("verdict", "kept")))
                .isPositive();
        assertThat(scrape.sum("reading_room_analysis_facts_total", Map.of("verdict", "rejected")))
                .isPositive();
        assertThat(scrape.sum("reading_room_analysis_documents_total", Map.of("coverage", "complete")))
                .isEqualTo(1);
        assertThat(scrape.sum("reading_room_analysis_coverage_ratio_sum", Map.of()))
                .isEqualTo(1);
        assertThat(scrape.sum("reading_room_analysis_prompt_tokens_total", Map.of("text", "repeated")))
                .isPositive();
        for (String failure : List.of("audit_write_failures", "privacy_key_failures", "privacy_broken_seals")) {
            assertThat(scrape.sum("reading_room_" + failure + "_total", Map.of()))
                    .as(failure)
                    .isEqualTo(1);
        }
        assertThat(scrape.sum("http_server_requests_seconds_count", Map.of("status", "415")))
                .isEqualTo(1);
    }

    @Test
    void what_is_over_is_not_told_as_going_on() {
        for (String gauge : List.of(
                "reading_room_queue_documents",
                "reading_room_queue_oldest_age_seconds",
                "reading_room_extraction_active",
                "reading_room_inference_permits_held",
                "reading_room_inference_waiting",
                "reading_room_inference_circuit_open")) {
            assertThat(scrape.of(gauge, Map.of()))
                    .as(gauge)
                    .singleElement()
                    .satisfies(one -> assertThat(one.value()).isZero());
        }
        assertThat(scrape.sum("reading_room_inference_permits_limit", Map.of())).isEqualTo(1);
    }

    @Test
    void every_metric_is_in_the_reference_with_its_type_and_labels_and_nothing_else_is() throws IOException {
        Map<String, MetricsReference.Entry> reference = MetricsReference.read();
        Set<String> own = new TreeSet<>(scrape.types().keySet());
        own.removeIf(name -> !name.startsWith("reading_room_"));
        assertThat(reference.keySet()).isEqualTo(own);
        assertThat(reference).allSatisfy((name, entry) -> {
            assertThat(entry.type()).as(name).isEqualTo(scrape.types().get(name));
            Map<String, Set<String>> labels = scrape.labels(name);
            assertThat(entry.labels().keySet()).as(name).isEqualTo(labels.keySet());
            entry.labels().forEach((label, values) -> {
                if (!values.isEmpty()) {
                    assertThat(labels.get(label)).as(name).isEqualTo(values);
                }
            });
        });
    }

    @Test
    void every_query_of_the_dashboard_and_the_alerts_asks_for_what_is_there() {
        assertThat(Watching.queries()).hasSizeGreaterThan(40).allSatisfy(query -> {
            PromQl asked = PromQl.of(query.expression());
            assertThat(asked.selectors()).as(query.place()).isNotEmpty().allSatisfy(this::assertThere);
            for (String label : asked.groupings()) {
                assertThat(asked.selectors()).as(query.place()).anyMatch(selector -> carries(selector, label));
            }
        });
    }

    @Test
    void every_metric_that_a_document_names_is_there() throws IOException {
        Set<String> there = new TreeSet<>(scrape.types().keySet());
        scrape.series().forEach(one -> there.add(one.metric()));
        Set<String> named = new TreeSet<>();
        for (Path root : List.of(Path.of("docs"), Path.of("helm/reading-room"), Path.of("README.md"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|yaml|json|tpl)"))
                        .toList()) {
                    NAME.matcher(Files.readString(file)).results().forEach(match -> named.add(match.group()));
                }
            }
        }
        // Names of the same form that are no metric's.
        named.remove(DatabaseServer.OWNER);
        Stream.of(DatabaseRole.values()).map(DatabaseRole::sqlName).forEach(named::remove);
        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(there);
    }

    @Test
    void no_label_tells_a_document_from_another() {
        assertThat(text)
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}")
                .doesNotContain("contract", "broken.pdf", "Alder");
        for (String family : scrape.types().keySet()) {
            assertThat(scrape.labels(family))
                    .as(family)
                    .allSatisfy((label, values) -> assertThat(values).hasSizeLessThan(40));
        }
    }

    /// Series that fulfil every condition are there, and so is each of the values between which a condition chooses.
    private void assertThere(Selector selector) {
        if (OF_OTHERS.contains(selector.metric())) {
            return;
        }
        List<Condition> conditions = selector.conditions().stream()
                .filter(condition -> !OF_THE_TARGET.contains(condition.label()))
                .toList();
        assertThat(scrape.of(selector.metric(), Map.of())).as(selector.metric()).isNotEmpty();
        assertThat(scrape.of(selector.metric(), Map.of()))
                .as(selector.toString())
                .anyMatch(one -> conditions.stream()
                        .allMatch(condition -> condition.holds(one.labels().getOrDefault(condition.label(), ""))));
        for (Condition condition : conditions) {
            for (String value : condition.value().split("\\|")) {
                assertThat(scrape.of(selector.metric(), Map.of()))
                        .as("%s is %s in %s", condition.label(), value, selector.metric())
                        .anyMatch(one -> value.equals(one.labels().get(condition.label())));
            }
        }
    }

    private boolean carries(Selector selector, String label) {
        return OF_THE_TARGET.contains(label)
                || scrape.of(selector.metric(), Map.of()).stream()
                        .anyMatch(one -> one.labels().containsKey(label));
    }

    private double ended(String outcome) {
        return scrape.sum("reading_room_documents_duration_seconds_count", Map.of("outcome", outcome));
    }

    private double calls(String outcome) {
        return scrape.sum("reading_room_inference_calls_seconds_count", Map.of("outcome", outcome));
    }
}
