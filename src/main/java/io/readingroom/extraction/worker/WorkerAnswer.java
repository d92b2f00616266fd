package io.readingroom.extraction.worker;

import io.readingroom.document.Page;
import io.readingroom.document.Warning;
import io.readingroom.extraction.ExtractionRefusal;
import java.util.List;

/// What a worker says about one document.
public sealed interface WorkerAnswer {

    /// The document was read.
    ///
    /// @param mediaType the type that the content turned out to have
    /// @param text the whole text
    /// @param pages the pages, which tile the text
    /// @param warnings what its reader must know
    record Read(String mediaType, String text, List<Page> pages, List<Warning> warnings) implements WorkerAnswer {}

    /// The document was not read.
    ///
    /// @param refusal why
    record Refused(ExtractionRefusal refusal) implements WorkerAnswer {}
}
