package io.readingroom.privacy.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionSettingsTest {

    @Test
    void classes_come_from_the_environment_as_the_chart_sets_it() {
        RetentionSettings settings = settings(Map.of(
                "READING_ROOM_PRIVACY_RETENTION_CLASSES_SHORT", "P30D",
                "READING_ROOM_PRIVACY_RETENTION_CLASSES_FILE", "P10Y",
                "READING_ROOM_PRIVACY_RETENTION_DEFAULT_CLASS", "file"));
        assertThat(settings.classes()).isEqualTo(Map.of("short", Period.ofDays(30), "file", Period.ofYears(10)));
        assertThat(settings.defaultClass()).contains("file");
        assertThatCode(() -> StoredRetention.check(settings)).doesNotThrowAnyException();
    }

    @Test
    void a_class_without_a_time_and_a_default_that_is_none_refuse_the_start() {
        assertThatThrownBy(() ->
                        StoredRetention.check(settings(Map.of("READING_ROOM_PRIVACY_RETENTION_CLASSES_NEVER", "P0D"))))
                .hasMessageContaining("a day or more");
        assertThatThrownBy(() ->
                        StoredRetention.check(settings(Map.of("READING_ROOM_PRIVACY_RETENTION_DEFAULT_CLASS", "file"))))
                .hasMessageContaining("none of the classes");
    }

    private static RetentionSettings settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(RetentionSettings.class)
                .withSources(new EnvConfigSource(new HashMap<>(environment), 300))
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(RetentionSettings.class);
    }
}
