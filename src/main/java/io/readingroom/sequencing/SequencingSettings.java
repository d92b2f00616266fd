package io.readingroom.sequencing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/// How the log is kept. Shorter intervals let a tampering be noticed sooner and cost the database more small
/// transactions; a smaller backlog stops the work sooner when the log cannot keep up.
@ConfigMapping(prefix = "reading-room.register")
interface SequencingSettings {

    /// How long the sequencer rests when nothing is pending.
    @WithDefault("PT0.2S")
    Duration sequencingInterval();

    /// The most events that get their places in one transaction.
    @WithDefault("1000")
    int sequencingBatch();

    /// How often the log is signed and anchored when it has grown. What was recorded since the last time could still be
    /// changed by somebody who holds the database and the service.
    @WithDefault("PT5S")
    Duration checkpointInterval();

    /// How many events may wait for their places before work that must be recorded is refused.
    @WithDefault("100000")
    long largestBacklog();

    /// How long events keep their bodies, such as `P7Y`; those about a document under a legal hold keep
    /// them for longer. Then what was done goes, and that there was something, when, and its digest stay.
    /// Without it they keep them for good.
    Optional<Period> retention();
}
