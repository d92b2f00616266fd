package io.readingroom.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// Whether anything is switched on by which content, or who asks for it, would reach a log or a trace.
@ApplicationScoped
class LogChecks implements Check {

    private static final String OWN = "io.readingroom";

    /// Libraries whose words below INFO quote what they carry, though they may not have logged yet.
    private static final List<String> QUOTING = List.of(
            "io.vertx",
            "io.netty",
            "org.hibernate.SQL",
            "org.hibernate.orm.jdbc.bind",
            "org.postgresql",
            "org.jboss.resteasy.reactive",
            "io.quarkus.oidc",
            "io.quarkus.vertx.http.runtime.security",
            "org.jose4j",
            "dev.langchain4j",
            "io.quarkiverse.langchain4j",
            "com.github.kagkarlsson.scheduler");

    private static final Pattern CONTENT = Pattern.compile("quarkus\\.(langchain4j\\..*log-(requests|responses)(-curl)?"
            + "|http\\.access-log\\.enabled|hibernate-orm\\..*log\\.(sql|bind-parameters)"
            + "|rest-client\\..*logging\\.scope)");
    private static final Pattern TRACING = Pattern.compile("quarkus\\.langchain4j\\.tracing\\.include-.*");
    private static final Pattern ELSEWHERE =
            Pattern.compile("quarkus\\.log\\.(handler\\.)?(syslog|socket|gelf)\\..*enabled?");

    private final Config config;

    LogChecks(Config config) {
        this.config = config;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                levels(),
                switches(CONTENT, "content-logging", "No setting writes requests, answers or statements to a log."),
                switches(TRACING, "prompt-tracing", "No setting writes prompts or answers to a trace."),
                switches(ELSEWHERE, "remote-logging", "Logs go to the standard output alone."));
    }

    private static Finding levels() {
        List<String> talkative = talkative();
        return talkative.isEmpty()
                ? Finding.passed("log-levels", "No library logs below INFO, where libraries quote what they carry.")
                : Finding.failed(
                        "log-levels",
                        "Below INFO libraries quote what they carry: raise quarkus.log.level, or the level of the"
                                + " categories " + talkative + ", to INFO.");
    }

    private static List<String> talkative() {
        List<String> names = new ArrayList<>(QUOTING);
        names.addAll(Collections.list(LogManager.getLogManager().getLoggerNames()));
        return names.stream()
                .filter(name -> !name.startsWith(OWN))
                .filter(name -> Logger.getLogger(name).isLoggable(Level.FINE))
                .distinct()
                .sorted()
                .limit(5)
                .toList();
    }

    private Finding switches(Pattern pattern, String check, String fine) {
        List<String> on = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> pattern.matcher(name).matches())
                .filter(name -> config.getOptionalValue(name, String.class)
                        .filter(value -> !value.equalsIgnoreCase("false") && !value.equalsIgnoreCase("none"))
                        .isPresent())
                .sorted()
                .toList();
        return on.isEmpty()
                ? Finding.passed(check, fine)
                : Finding.failed(check, "Content would leave by " + on + ": set it to false.");
    }
}
