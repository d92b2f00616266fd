package io.readingroom.extraction.server;

import io.readingroom.extraction.process.ExtractionLimits;
import io.readingroom.extraction.process.WorkerPool;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.jboss.logging.Logger;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/// The program as an extractor: settings, the log, and the server.
public final class ExtractorRole {

    /// The first argument that makes the program an extractor.
    public static final String NAME = "extractor";

    /// The framework's own setting, so that it is one for both roles; only that the framework is not
    /// there to read it.
    private static final String JSON = "quarkus.log.console.json.enabled";

    private ExtractorRole() {}

    /// Serves until the process is told to end.
    ///
    /// @throws IOException when it cannot listen
    public static void run() throws IOException, InterruptedException {
        // Before anything logs.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        SmallRyeConfig config = settings();
        logToConsole(config.getOptionalValue(JSON, Boolean.class).orElse(true));
        ExtractorSettings settings = config.getConfigMapping(ExtractorSettings.class);
        WorkerPool pool = new WorkerPool(config.getConfigMapping(ExtractionLimits.class));
        ExtractionServer server = new ExtractionServer(settings.port(), settings.connections(), pool);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> server.stop(settings.shutdownWait())));
        Logger.getLogger(ExtractorRole.class).infof("Extractor listens on port %d", server.port());
        server.serve();
        // The process ends with the hook, which still waits for documents.
        Thread.currentThread().join();
    }

    private static SmallRyeConfig settings() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredConverters()
                // The file of settings in the program speaks of profiles, too.
                .withProfile("prod")
                .withMapping(ExtractionLimits.class)
                .withMapping(ExtractorSettings.class)
                .withValidateUnknown(false)
                .build();
    }

    /// The framework, which sets the log up for a service, is not there.
    private static void logToConsole(boolean json) {
        Handler console = new ConsoleHandler(
                ConsoleHandler.Target.SYSTEM_OUT,
                json ? new JsonFormatter() : new PatternFormatter("%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{3.}] %m%n"));
        console.setLevel(Level.ALL);
        org.jboss.logmanager.Logger root = LogContext.getLogContext().getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(console);
    }
}
