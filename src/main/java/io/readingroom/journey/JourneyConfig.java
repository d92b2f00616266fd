package io.readingroom.journey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How callers may follow a document.
@ConfigMapping(prefix = "reading-room.journey")
public interface JourneyConfig {

    /// The longest that an upload with `Prefer: wait=N` is answered late. A long wait saves the caller its polling and
    /// holds a connection open, which proxies in between may cut.
    @WithDefault("120S")
    Duration longestWait();

    /// How often an event stream without news says that it is still there. Often enough, and no proxy closes it.
    @WithDefault("15S")
    Duration heartbeat();
}
