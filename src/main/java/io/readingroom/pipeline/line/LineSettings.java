package io.readingroom.pipeline.line;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who waits in one line.
@ConfigMapping(prefix = "reading-room.pipeline.line")
interface LineSettings {

    /// Who gets an equal share while documents wait: each caller that was verified (`caller`), or each
    /// `sourceId` of each of them (`source`). What a caller states about its sources is its own word: by
    /// `source` one that makes them up gets as many shares. By `caller` a system that hands in for many
    /// has one share for all of them, and a flood of one of its sources keeps its others waiting. Where
    /// callers are not told apart, it is always the source.
    @WithDefault("caller")
    Share share();

    /// Who gets an equal share.
    enum Share {
        /// A tenant's caller.
        CALLER,
        /// A source of a tenant's caller.
        SOURCE
    }
}
