package io.readingroom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Scope;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    private static final String TEXT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_thread_that_goes_on_from_one_stands_there() {
        assertThat(Traceparent.current()).isEmpty();
        try (Scope _ = new Traceparent(TEXT).context().makeCurrent()) {
            assertThat(Traceparent.current().map(Traceparent::text)).contains(TEXT);
        }
        assertThat(Traceparent.current()).isEmpty();
    }

    @Test
    void work_that_is_carried_to_another_thread_stands_where_it_was_given() throws Exception {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();
                Scope _ = new Traceparent(TEXT).context().makeCurrent()) {
            assertThat(threads.submit(Traceparent::current).get()).isEmpty();
            assertThat(threads.submit(Trail.carried(Traceparent::current)).get().map(Traceparent::text))
                    .isEqualTo(Optional.of(TEXT));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 words",
                "00-words-of-a-document-that-are-as-long-as-it-00f067aa0-01"
            })
    void words_are_none(String words) {
        assertThat(Traceparent.parse(words)).isEmpty();
        assertThatThrownBy(() -> new Traceparent(words)).isInstanceOf(IllegalArgumentException.class);
    }
}
