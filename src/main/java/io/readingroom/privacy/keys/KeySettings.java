package io.readingroom.privacy.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where the key-encryption key comes from. Whoever has it and the database reads every document that is
/// not erased; without it the database is noise, so losing it loses everything: keep a copy apart from
/// the database's backups.
@ConfigMapping(prefix = "reading-room.privacy")
public interface KeySettings {

    /// The key-encryption key.
    Kek kek();

    /// The key-encryption key: 32 bytes, written as 64 hexadecimal digits or as Base64.
    interface Kek {

        /// A file that holds the key. It wins over the environment variable: a file can be mounted
        /// read-only and is not shown by a process list. It may hold several keys, one a line: the first
        /// wraps, the others only unwrap what they wrapped before, until that is wrapped anew by the first.
        Optional<Path> file();

        /// A file with the key that is going to wrap next. It unwraps already, so that a replica which
        /// does not wrap by it yet opens what another one has wrapped by it; without that step such
        /// documents are unavailable there until the replica has the key.
        Optional<Path> next();

        /// The environment variable that holds the key when no file is named.
        @WithDefault("READING_ROOM_KEK")
        String environmentVariable();

        /// Makes the named file with a fresh key when there is none. For development and demonstrations only: a
        /// service that lost its key should stop, not go on with another one.
        @WithDefault("false")
        boolean generate();

        /// How often keys that an older key-encryption key still wraps are looked for and wrapped anew,
        /// by one replica. After that time all of them begin to be; more often costs a query more often.
        @WithDefault("PT5M")
        Duration rewrapEvery();

        /// How many keys are wrapped anew in one transaction. An erasure of one of these documents waits
        /// meanwhile, so more are faster with a key service and keep an erasure longer.
        @WithDefault("50")
        int rewrapBatch();
    }
}
