package io.readingroom.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.statement.Finding.Outcome;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    @ParameterizedTest
    @CsvSource({
        "quarkus.langchain4j.log-requests, true, content-logging",
        "quarkus.langchain4j.ollama.chat-model.log-responses, true, content-logging",
        "quarkus.langchain4j.log-requests-curl, true, content-logging",
        "quarkus.http.access-log.enabled, true, content-logging",
        "quarkus.hibernate-orm.log.sql, true, content-logging",
        "quarkus.hibernate-orm.log.bind-parameters, true, content-logging",
        "quarkus.rest-client.logging.scope, request-response, content-logging",
        "quarkus.langchain4j.tracing.include-prompt, true, prompt-tracing",
        "quarkus.langchain4j.tracing.include-completion, true, prompt-tracing",
        "quarkus.log.syslog.enabled, true, remote-logging",
        "quarkus.log.socket.enable, true, remote-logging",
        "quarkus.log.handler.gelf.enabled, true, remote-logging"
    })
    void a_setting_by_which_content_would_leave_fails_its_check(String setting, String value, String check) {
        assertThat(looking(Map.of(setting, value)))
                .filteredOn(finding -> finding.outcome() == Outcome.FAILED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check()).isEqualTo(check);
                    assertThat(finding.finding()).contains(setting);
                });
        assertThat(looking(Map.of(setting, "false"))).allMatch(finding -> finding.outcome() == Outcome.PASSED);
    }

    /// What the settings are found to be; the levels are those of the process.
    private static List<Finding> looking(Map<String, String> settings) {
        return new LogChecks(
                        new SmallRyeConfigBuilder().withDefaultValues(settings).build())
                .look().stream()
                        .filter(finding -> !finding.check().equals("log-levels"))
                        .toList();
    }
}
