package io.readingroom.privacy.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/// What the service is told about backups, which it cannot see.
@ConfigMapping(prefix = "reading-room.privacy")
interface BackupSettings {

    /// How long the oldest backup of the database is kept, archived write-ahead log and replicas that
    /// lag among it. Receipts tell from it when an erasure has reached the backups: too short a period
    /// makes them say what is not true, too long a one delays the date that they give.
    @WithDefault("P35D")
    Period backupRetention();
}
