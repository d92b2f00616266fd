package io.readingroom.telemetry;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// Where traces go.
@ConfigMapping(prefix = "reading-room.telemetry")
public interface TelemetrySettings {

    /// Where a collector takes traces by OTLP over HTTP, such as `http://collector:4318`. Traces show
    /// where the time of a document went, across replicas, at the price of one more way out of the
    /// service; what they hold is ids, names of steps and numbers. Without an address nothing is sent
    /// and nothing is connected to.
    Optional<URI> endpoint();
}
