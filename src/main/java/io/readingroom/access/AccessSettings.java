package io.readingroom.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who callers are taken for.
@ConfigMapping(prefix = "reading-room.access")
interface AccessSettings {

    /// The name under which every caller stands in the register while no identity provider is connected. One name
    /// for all makes a trial easy and the register useless for telling people apart.
    @WithDefault("development")
    String developmentCaller();

    /// The tenant of every caller and of the service itself.
    @WithDefault("default")
    String tenant();
}
