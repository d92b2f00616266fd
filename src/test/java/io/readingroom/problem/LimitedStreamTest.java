package io.readingroom.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.readingroom.document.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

    private final AtomicInteger noticed = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void a_body_of_the_limit_is_read_to_its_end() throws IOException {
        try (LimitedStream body = of(10, 10)) {
            assertThat(body.readAllBytes()).hasSize(10);
        }
        assertThat(noticed).hasValue(0);
        assertThat(closed).hasValue(1);
    }

    @Test
    void a_larger_body_is_refused_and_not_waited_for() throws IOException {
        try (LimitedStream body = of(11, 10)) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(body::readAllBytes)
                    .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(EdgeRefusal.REQUEST_TOO_LARGE));
        }
        assertThat(noticed).hasValue(1);
        assertThat(closed).hasValue(0);
    }

    @Test
    void single_bytes_count_too() throws IOException {
        try (LimitedStream body = of(2, 1)) {
            assertThat(body.read()).isZero();
            assertThatExceptionOfType(RefusedException.class).isThrownBy(body::read);
        }
    }

    @Test
    void a_body_that_breaks_off_is_the_callers_failure() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        try (LimitedStream body = new LimitedStream(broken, 10, noticed::incrementAndGet)) {
            assertThatExceptionOfType(BrokenOffException.class).isThrownBy(body::readAllBytes);
        }
        assertThat(noticed).hasValue(0);
    }

    private LimitedStream of(int bytes, int largest) {
        ByteArrayInputStream body = new ByteArrayInputStream(new byte[bytes]) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        return new LimitedStream(body, largest, noticed::incrementAndGet);
    }
}
