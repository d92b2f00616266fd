package io.readingroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final String READING =
            "{\"state\":\"reading\",\"progress\":{\"chunks\":{\"read\":1,\"total\":4},\"secondsLeft\":%d}}";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void a_file_gets_a_line_for_each_change_only() throws Exception {
        show(false, READING.formatted(90), READING.formatted(80), "{\"state\":\"completed\"}");
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  reading      1 of 4 chunks", "  completed    0 of 0 chunks");
    }

    @Test
    void a_terminal_gets_one_line_with_the_estimate_that_leaves_nothing_behind() throws Exception {
        show(true, READING.formatted(90), READING.formatted(80));
        String[] lines = written.toString(StandardCharsets.UTF_8).split("\r");
        assertThat(lines[2])
                .startsWith("  reading      1 of 4 chunks, about 80 s left")
                .hasSize(lines[1].length());
        assertThat(lines[3]).isBlank().hasSize(lines[1].length());
    }

    private void show(boolean terminal, String... statuses) throws Exception {
        ProgressLine line = new ProgressLine(new PrintStream(written, true, StandardCharsets.UTF_8), terminal);
        for (String status : statuses) {
            line.show(new ObjectMapper().readTree(status));
        }
        line.done();
    }
}
