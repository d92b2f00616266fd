package io.readingroom.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Where the key-encryption key comes from. Whoever has it and the database reads every document that is not erased;
/// without it the database is noise, so losing it loses everything: keep a copy apart from the database's backups.
@ConfigMapping(prefix = "reading-room.privacy")
interface PrivacySettings {

    /// The key-encryption key.
    Kek kek();

    /// The key-encryption key: 32 bytes, written as 64 hexadecimal digits or as Base64.
    interface Kek {

        /// A file that holds the key. It wins over the environment variable: a file can be mounted read-only and is
        /// not shown by a process list.
        Optional<Path> file();

        /// The environment variable that holds the key when no file is named.
        @WithDefault("READING_ROOM_KEK")
        String environmentVariable();

        /// Makes the named file with a fresh key when there is none. For development and demonstrations only: a
        /// service that lost its key should stop, not go on with another one.
        @WithDefault("false")
        boolean generate();
    }
}
