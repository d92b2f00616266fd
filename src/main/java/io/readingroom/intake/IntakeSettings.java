package io.readingroom.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What is taken in.
@ConfigMapping(prefix = "reading-room.intake")
interface IntakeSettings {

    /// The largest document. A higher limit lets more in and lets each caller fill more of the work folder;
    /// the reading time grows with it.
    @WithDefault("50M")
    MemorySize maxSize();

    /// The largest request: the document and the rest of the form. A longer one is refused before it is read.
    /// Of a request in chunks nobody knows the length before its end: it is refused, and not read on, once it
    /// has outgrown this limit. Keep it above `max-size`, so that a document of that size fits with its form.
    @WithDefault("64M")
    MemorySize maxRequestSize();

    /// Where uploads are spooled, in plain, until they are sealed a moment later. It must be backed by memory
    /// (tmpfs, or an `emptyDir` of medium `Memory`) and hold a few of the largest documents: on a disk the
    /// plain bytes could be found again after they are deleted.
    @WithDefault("${java.io.tmpdir}/reading-room-work")
    String workFolder();

    /// Documents that may wait to be read, of all callers and replicas together, before uploads are
    /// refused with `backlog-full`. More rides out a longer rush, and makes the last in it wait longer
    /// for its answer.
    @WithDefault("10000")
    int backlog();

    /// The profile of a submission that names none.
    @WithDefault("general")
    String defaultProfile();
}
