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
    /// Keep it above `max-size`: of a request in chunks, whose length is known only at its end, a document
    /// between the two limits is refused with a problem, and what exceeds this one is cut off with the bare
    /// status 413.
    @WithDefault("64M")
    MemorySize maxRequestSize();

    /// Where uploads are spooled, in plain, until they are sealed a moment later. It must be backed by memory
    /// (tmpfs, or an `emptyDir` of medium `Memory`) and hold a few of the largest documents: on a disk the
    /// plain bytes could be found again after they are deleted.
    @WithDefault("${java.io.tmpdir}/reading-room-work")
    String workFolder();

    /// The profile of a submission that names none.
    @WithDefault("general")
    String defaultProfile();
}
