package io.readingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.readingroom.access.Caller;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DenialsTest {

    private static final Caller NOBODY = new Caller(Caller.ANONYMOUS, "default", Set.of());

    private final BlockingQueue<AuditEvent> register = new LinkedBlockingQueue<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void many_requests_are_two_events() throws InterruptedException {
        Denials denials = denials(register::add, Duration.ofDays(1));
        denials.note(NOBODY, "token-missing");
        assertThat(next()).isEqualTo(new AuditEvent.AccessDenied("token-missing", 1));
        for (int i = 0; i < 10_000; i++) {
            denials.note(NOBODY, "token-missing");
        }
        denials.onStop(new ShutdownEvent());
        assertThat(register).containsExactly(new AuditEvent.AccessDenied("token-missing", 10_000));
        assertThat(meters.get("reading_room.access.denied")
                        .tag("reason", "token-missing")
                        .counter()
                        .count())
                .isEqualTo(10_001);
    }

    @Test
    void reasons_and_callers_are_told_apart() throws InterruptedException {
        Denials denials = denials(register::add, Duration.ofDays(1));
        denials.note(NOBODY, "token-missing");
        denials.note(NOBODY, "token-expired");
        denials.note(new Caller("user:ada", "north", Set.of("reader")), "role-missing");
        denials.note(new Caller("user:bob", "north", Set.of("reader")), "role-missing");
        denials.note(new Caller("user:bob", "north", Set.of()), "role-missing");
        denials.onStop(new ShutdownEvent());
        assertThat(register.stream().mapToLong(DenialsTest::requests).sum()).isEqualTo(5);
        assertThat(register)
                .filteredOn(event -> event.equals(new AuditEvent.AccessDenied("token-expired", 1)))
                .hasSize(1);
        assertThat(register)
                .filteredOn(event -> event.toString().contains("role-missing"))
                .hasSizeBetween(2, 3);
    }

    @Test
    void when_the_interval_is_over_the_next_one_is_told_at_once_again() throws InterruptedException {
        Denials denials = denials(register::add, Duration.ofMillis(1));
        for (int i = 0; i < 3; i++) {
            denials.note(NOBODY, "token-missing");
            assertThat(next()).isEqualTo(new AuditEvent.AccessDenied("token-missing", 1));
        }
        denials.onStop(new ShutdownEvent());
    }

    @Test
    void callers_without_number_do_not_fill_the_memory_or_the_register() throws InterruptedException {
        Denials denials = denials(register::add, Duration.ofDays(1));
        for (int i = 0; i < 5000; i++) {
            denials.note(new Caller("user:" + i, "north", Set.of()), "role-missing");
        }
        denials.onStop(new ShutdownEvent());
        assertThat(register.stream().mapToLong(DenialsTest::requests).sum()).isEqualTo(5000);
        assertThat(register).hasSizeLessThan(1010);
    }

    @Test
    void a_register_that_cannot_be_written_stops_nobody() throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(2);
        Denials denials = denials(
                event -> {
                    tried.countDown();
                    throw new IllegalStateException("audit-write-failed");
                },
                Duration.ofMillis(1));
        denials.note(NOBODY, "token-missing");
        denials.note(NOBODY, "token-expired");
        assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();
        denials.onStop(new ShutdownEvent());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_register_that_does_not_answer_keeps_nobody_from_ending() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Denials denials = denials(
                event -> {
                    register.add(event);
                    if (requests(event) > 1) {
                        awaitUnheard(never);
                    }
                },
                Duration.ofDays(1));
        denials.note(NOBODY, "token-missing");
        assertThat(next()).isEqualTo(new AuditEvent.AccessDenied("token-missing", 1));
        denials.note(NOBODY, "token-missing");
        denials.note(NOBODY, "token-missing");
        denials.onStop(new ShutdownEvent());
        assertThat(next()).isEqualTo(new AuditEvent.AccessDenied("token-missing", 2));
        never.countDown();
    }

    private static void awaitUnheard(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Denials denials(AuditLog log, Duration interval) {
        AdmissionSettings settings = new AdmissionSettings() {
            @Override
            public Duration denialInterval() {
                return interval;
            }

            @Override
            public Emergency breakGlass() {
                throw new UnsupportedOperationException();
            }
        };
        return new Denials(log, settings, meters);
    }

    private AuditEvent next() throws InterruptedException {
        return List.of(register.poll(30, TimeUnit.SECONDS)).getFirst();
    }

    private static long requests(AuditEvent event) {
        return ((AuditEvent.AccessDenied) event).requests();
    }
}
