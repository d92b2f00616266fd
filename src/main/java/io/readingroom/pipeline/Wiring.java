package io.readingroom.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.readingroom.analysis.Analyst;
import io.readingroom.extraction.Extractor;
import io.readingroom.intake.Submissions;
import io.readingroom.pipeline.line.Lines;
import io.readingroom.reading.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Puts the walker together of the rooms along the road.
@ApplicationScoped
class Wiring {

    private final Notebook notebook;
    private final Walker walker;

    Wiring(
            Submissions submissions,
            Extractor extractor,
            Engine engine,
            Profiles profiles,
            Analyst analyst,
            Notebook notebook,
            Clock clock,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.notebook = notebook;
        this.walker = new Walker(
                submissions,
                new MeteredExtractor(extractor, registry),
                engine::reader,
                profiles::named,
                analyst,
                notebook,
                clock,
                version);
    }

    @Produces
    @Singleton
    Walks walks(Lines lines, PipelineConfig config) {
        return new Walks(walker, notebook, document -> new PaidTurn(lines, document, config.stretch()));
    }
}
