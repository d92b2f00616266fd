package io.readingroom.anchoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/// Where checkpoints are anchored. Each place is another one that has to be deceived by who changes the
/// register afterwards, and another one that can be out of order; none holds up the register. Pauses
/// are those of all replicas together: a shorter one leaves less time for a change that nobody notices,
/// and costs the place more.
@ConfigMapping(prefix = "reading-room.register.anchor")
public interface AnchorSettings {

    /// Writes each checkpoint to the service's log, for the system that collects logs.
    @WithDefault("true")
    boolean log();

    /// A folder that gets a file for each checkpoint: one that is kept apart from the database, best on
    /// a medium that is written once. It is read at start, so that a database that went back in time is
    /// noticed.
    Optional<Path> folder();

    /// How long the folder rests after each checkpoint. A minute makes half a million small files in a
    /// year.
    @WithDefault("PT1M")
    Duration folderPause();

    /// A bucket of an object store.
    Bucket bucket();

    /// A witness.
    Witness witness();

    /// A time-stamp authority.
    TimeStamp timeStamp();

    /// A bucket of an object store that speaks the protocol of Amazon S3, with conditional writes. Best
    /// one that keeps versions and locks them.
    interface Bucket {

        /// Where the object store is, as `https://s3.internal:9000`; the bucket's name follows as the
        /// first part of the path.
        Optional<URI> address();

        /// The name of the bucket.
        Optional<String> name();

        /// What the names of the objects begin with, as `reading-room/`.
        Optional<String> prefix();

        /// The region that requests are signed for.
        @WithDefault("us-east-1")
        String region();

        /// A file with the id of the access key. It may read and write objects and list the bucket, and
        /// need not delete.
        Optional<Path> accessKeyFile();

        /// A file with the secret of the access key.
        Optional<Path> secretKeyFile();

        /// How long each object is locked in compliance mode, as `P10Y`: not even the bucket's owner
        /// can remove it earlier, or stop paying for it. The bucket must have object lock. Without it
        /// the bucket's own rule holds.
        Optional<Period> lock();

        /// The certificates to trust, in PEM; those of the platform when none is named.
        Optional<Path> caFile();

        /// How long an answer is waited for.
        @WithDefault("10S")
        Duration timeout();

        /// How long the bucket rests after each checkpoint.
        @WithDefault("PT1M")
        Duration pause();
    }

    /// A witness that speaks `c2sp.org/tlog-witness`. It signs only what goes on from what it signed
    /// before, and does not sign again what went back. It learns the log's name and how fast it grows.
    interface Witness {

        /// Where it takes checkpoints, as `https://witness.example/prefix`; `/add-checkpoint` is added.
        Optional<URI> address();

        /// Its key, `name+id+key`, of the kind that signs checkpoints with a time (4).
        Optional<String> key();

        /// The certificates to trust, in PEM; those of the platform when none is named.
        Optional<Path> caFile();

        /// How long an answer is waited for.
        @WithDefault("10S")
        Duration timeout();

        /// How long the witness rests after each checkpoint.
        @WithDefault("PT1M")
        Duration pause();
    }

    /// A time-stamp authority that speaks RFC 3161 over HTTP. It learns a digest of each checkpoint and
    /// nothing else.
    interface TimeStamp {

        /// Where it takes requests, as `https://tsa.example/tsr`.
        Optional<URI> address();

        /// The certificates, in PEM, one of which must have issued the authority's own. Read at each
        /// stamp.
        Optional<Path> trustFile();

        /// The policy to ask for, as `1.2.3.4.1`; the authority's own choice when none is named.
        Optional<String> policy();

        /// The certificates to trust for the connection, in PEM; those of the platform when none is
        /// named.
        Optional<Path> caFile();

        /// How long an answer is waited for.
        @WithDefault("10S")
        Duration timeout();

        /// How long the authority rests after each stamp. It usually counts them.
        @WithDefault("PT1H")
        Duration pause();
    }
}
