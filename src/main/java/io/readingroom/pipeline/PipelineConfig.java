package io.readingroom.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How documents are walked down the road.
@ConfigMapping(prefix = "reading-room.pipeline")
public interface PipelineConfig {

    /// How many documents this replica reads at the same time. More keep a fast model server busy while others
    /// are being extracted; each one holds its text in memory.
    @WithDefault("2")
    int concurrency();

    /// How many chunks of a document are read before others that wait for their turn are let go first.
    /// Also how long a document may be to count as short. Fewer let a short document in sooner; each
    /// going back costs opening and cutting the text again, and the model server nothing.
    @WithDefault("4")
    int stretch();

    /// How often to look for work that another replica took in. This replica's own starts at once.
    @WithDefault("1S")
    Duration polling();

    /// How often a replica says that it is still at its documents. After [#missedHeartbeats] silent ones
    /// another replica takes them over: shorter is a faster recovery from a crash, and more writes.
    @WithDefault("3S")
    Duration heartbeat();

    /// How many heartbeats a replica may miss, at least 4. A long pause of the database costs so many before a document
    /// is read by two replicas at once, which is a waste and no harm.
    @WithDefault("4")
    int missedHeartbeats();

    /// How long a stopping replica waits for its documents to let go, and at the same time for requests
    /// to be answered. It stops what the model is answering and puts the document back, for another
    /// replica to go on at once; so this is a limit that is reached only when the database hangs. What
    /// has been read is kept either way. The grace period that the process is given must be longer.
    @WithDefault("10S")
    Duration shutdownWait();

    /// How often a document waits for a model server that is down or busy, since its last chunk was read, before it
    /// fails. With the default pauses about fifteen minutes.
    @WithDefault("8")
    int retries();

    /// The first pause, doubled each time.
    @WithDefault("5S")
    Duration firstPause();

    /// The longest pause.
    @WithDefault("5M")
    Duration longestPause();
}
