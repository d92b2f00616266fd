package io.readingroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.readingroom.reading.TestConfig;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DefaultProfileTest {

    @Nested
    class As_an_operator {

        @Test
        void I_can_name_one_that_there_is() {
            DefaultProfile profile = profile("nda");
            assertThatCode(() -> profile.onStart(new StartupEvent())).doesNotThrowAnyException();
            assertThat(profile.name()).isEqualTo("nda");
        }

        @Test
        void I_am_told_at_the_start_when_there_is_none_of_the_name() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> profile("ndaa").onStart(new StartupEvent()))
                    .withMessageContaining("reading-room.intake.default-profile is \"ndaa\"")
                    .withMessageContaining("nda");
        }
    }

    private static DefaultProfile profile(String name) {
        IntakeSettings settings =
                TestConfig.mapped(IntakeSettings.class, Map.of("reading-room.intake.default-profile", name));
        return new DefaultProfile(settings, () -> Set.of("nda"));
    }
}
