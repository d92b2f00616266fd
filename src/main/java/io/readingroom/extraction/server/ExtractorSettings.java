package io.readingroom.extraction.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the role `extractor` serves. What it does with a document is set under `reading-room.extraction`.
@ConfigMapping(prefix = "reading-room.extractor")
public interface ExtractorSettings {

    /// The port to listen on, on all addresses; 0 takes a free one. Whoever reaches it has documents
    /// parsed: let nothing but the service through to it.
    @WithDefault("8081")
    int port();

    /// Documents that may be here at the same time, waiting ones included. Those beyond wait at the
    /// service's side.
    @WithDefault("64")
    int connections();

    /// How long an extractor that is told to stop goes on with the documents it has. What it does not
    /// finish is read again by another.
    @WithDefault("PT20S")
    Duration shutdownWait();
}
