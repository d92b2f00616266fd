package io.readingroom.extraction.process;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What extraction may use. Each limit trades large honest documents against what a hostile one can cost.
@ConfigMapping(prefix = "reading-room.extraction")
public interface ExtractionLimits {

    /// Where an extractor listens, such as `extractor:8081`: the same program in the role `extractor`,
    /// which needs no secret and no way out. Documents are then extracted there, and how many at a time,
    /// in what memory and time and whether with OCR are settings of its own. Without an address by
    /// children of this process, which saves a deployment and has hostile documents parsed where the
    /// keys are.
    Optional<String> address();

    /// Documents that are extracted at the same time, each in a process of its own. More is faster on many
    /// cores and costs up to [#memory] each.
    @WithDefault("2")
    int workers();

    /// Documents after which a warm worker is replaced. Fewer bounds what a parser may leak, more saves the
    /// start of a process (about half a second). A native executable starts a process for each document
    /// anyway.
    @WithDefault("200")
    int documentsPerWorker();

    /// Time for one document. A slow disk, a long PDF or OCR need more; a worker that hangs is held this
    /// long.
    @WithDefault("PT2M")
    Duration timeLimit();

    /// Time for a worker to start. Past it the document fails; raise it where the processor is throttled.
    @WithDefault("PT1M")
    Duration startLimit();

    /// Heap of one worker. A document that needs more is refused; the service itself is not touched.
    @WithDefault("512M")
    MemorySize memory();

    /// Characters (UTF-16 units) of text that are kept of one document. What is beyond them is cut, with a
    /// warning.
    @WithDefault("5000000")
    int characters();

    /// Levels of documents within documents (attachments of attached mails) before the document is refused.
    @WithDefault("8")
    int attachmentDepth();

    /// Documents within one document, all levels together, before it is refused.
    @WithDefault("300")
    int attachments();

    /// Entries in one zip container (DOCX, XLSX, PPTX, ODT) before it is refused.
    @WithDefault("10000")
    int containerEntries();

    /// Bytes that the containers of one document may unfold to, all together.
    @WithDefault("1G")
    MemorySize inflatedSize();

    /// Unfolded bytes for each packed byte of a container's entry. XML of large sheets reaches about 100.
    @WithDefault("250")
    int inflationRatio();

    /// Where workers keep a document while they read it; emptied after each. A memory-backed folder keeps
    /// the text off the disk at the price of memory. The folder for temporary files by default.
    Optional<Path> workFolder();

    /// Whether scanned pages of a PDF are read by `tesseract`. Off by default: it takes seconds a page,
    /// runs a program that is not part of this one on hostile images, and its misreadings end up in
    /// evidence.
    @WithDefault("off")
    Ocr ocr();

    /// Languages that OCR looks for, by Tesseract's names; those that are installed are used. Each costs
    /// time on every page.
    @WithDefault("chi_sim,jpn,eng")
    List<String> ocrLanguages();

    /// When OCR is used.
    enum Ocr {
        /// Never.
        OFF,
        /// When `tesseract` is on the path with one of the languages.
        AUTO,
        /// Always; the service does not start without it.
        ON
    }
}
