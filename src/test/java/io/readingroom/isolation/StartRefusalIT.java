package io.readingroom.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.demo.DatabaseServer;
import io.readingroom.demo.ServiceProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The packaged service does not start when content could leave it, and says what to change.
@Tag("isolation")
class StartRefusalIT {

    private final DatabaseServer database = DatabaseServer.temporary();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READING_ROOM_INFERENCE_BASE_URL|http://8.8.8.8:11434|reading-room.egress.model-server",
                "READING_ROOM_INFERENCE_BASE_URL|http://169.254.169.254|reading-room.egress.model-server",
                "READING_ROOM_ACCESS_ISSUER|http://8.8.8.8/realms/staff|reading-room.egress.identity-provider",
                "READING_ROOM_ACCESS_DEMONSTRATION|false|for reading-room.access.mode is development",
                "READING_ROOM_ACCESS_MODE|oidc|Nobody could show who they are",
                "READING_ROOM_EGRESS_ALLOWED|0.0.0.0/0|hold most of the Internet",
                "READING_ROOM_EGRESS_ALLOWED|everywhere|is no range of addresses",
                "QUARKUS_LOG_LEVEL|DEBUG|raise quarkus.log.level",
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED|true|quarkus.http.access-log.enabled",
                "QUARKUS_LANGCHAIN4J_LOG_REQUESTS|true|quarkus.langchain4j.log-requests",
                "QUARKUS_LANGCHAIN4J_TRACING_INCLUDE_PROMPT|true|quarkus.langchain4j.tracing.include-prompt",
                "QUARKUS_LOG_SYSLOG_ENABLED|true|quarkus.log.syslog.enabled"
            })
    void a_service_that_could_let_content_out_does_not_start(String setting, String value, String sentence)
            throws Exception {
        Map<String, String> settings = Settings.of(database, folder, URI.create("http://127.0.0.1:9"));
        settings.put(setting, value);
        Path log = folder.resolve("service.log");

        assertThatThrownBy(() -> ServiceProcess.start(0, log, settings).close())
                .isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(log)).contains(sentence);
    }
}
