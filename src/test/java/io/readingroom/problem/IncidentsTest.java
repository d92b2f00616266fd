package io.readingroom.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncidentsTest {

    @Test
    void a_log_line_tells_the_kinds_of_failure_and_never_their_messages() {
        Exception failure = new IllegalStateException("canary", new IllegalArgumentException("canary"));
        assertThat(Incidents.kinds(failure))
                .contains("IllegalStateException", "IllegalArgumentException", "IncidentsTest")
                .doesNotContain("canary");
    }
}
