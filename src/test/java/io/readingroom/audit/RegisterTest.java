package io.readingroom.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.readingroom.access.Caller;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class RegisterTest {

    @Test
    void an_event_that_cannot_be_written_is_counted_and_stops_what_it_would_have_told() {
        MeterRegistry registry = new SimpleMeterRegistry();
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/nowhere");
        Register register = new Register(
                nowhere,
                () -> new Caller("somebody", "default", Set.of()),
                Optional::empty,
                (tenant, actor) -> "0".repeat(32),
                event -> {},
                Clock.systemUTC(),
                registry);

        assertThatThrownBy(() -> register.record(new AuditEvent.UploadRefused("empty")))
                .hasMessage("audit-write-failed");

        assertThat(registry.get("reading_room.audit.write.failures").counter().count())
                .isEqualTo(1);
    }
}
