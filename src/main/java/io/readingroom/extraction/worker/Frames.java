package io.readingroom.extraction.worker;

import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.document.Warning;
import io.readingroom.extraction.ExtractionRefusal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The frames between the service and a worker: binary, length-prefixed, big-endian. An answer is checked
/// on arrival as if an attacker had written it, because a hostile document may have taken the worker over.
public final class Frames {

    private static final int VERSION = 0x52520002;
    static final int PIECE = 64 * 1024;
    private static final int READ = 0;
    private static final int REFUSED = 1;
    private static final int BUSY = 2;
    private static final int TOOK = 3;
    private static final int MOST_WARNINGS = 1 << 16;
    private static final Set<String> WARNINGS = Set.of(
            "page-without-text", "text-cut", "ends-early", "garbled-text", "attachment-skipped", "text-from-ocr");

    /// None, or W3C's form.
    private static final Pattern TRACE = Pattern.compile("(00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})?");

    private Frames() {}

    /// What precedes the bytes of a document.
    ///
    /// @param mediaType the type that intake decided on, a hint
    /// @param limits what the document may use up
    /// @param trace where the document's trace stands, as W3C writes it, for the log of an extractor;
    ///     empty when it is on none
    public record Order(String mediaType, ReadingLimits limits, String trace) {

        /// An order on no trace.
        public Order(String mediaType, ReadingLimits limits) {
            this(mediaType, limits, "");
        }

        /// The same order, with OCR in these languages, for a process that has no use for the trace.
        public Order withOcrLanguages(String languages) {
            return new Order(mediaType, limits.withOcrLanguages(languages));
        }
    }

    /// The worker's first words: it is up and speaks this version.
    public static void hello(DataOutputStream out) throws IOException {
        out.writeInt(VERSION);
        out.flush();
    }

    /// Waits for the worker's first words.
    ///
    /// @throws IOException when it says something else
    public static void awaitHello(DataInputStream in) throws IOException {
        require(in.readInt() == VERSION);
    }

    /// Sends an order and, in pieces of known length, the document.
    public static void send(DataOutputStream out, Order order, InputStream content) throws IOException {
        ReadingLimits limits = order.limits();
        out.writeInt(VERSION);
        out.writeUTF(order.mediaType());
        out.writeUTF(order.trace());
        out.writeInt(limits.characters());
        out.writeInt(limits.attachmentDepth());
        out.writeInt(limits.attachments());
        out.writeInt(limits.containerEntries());
        out.writeLong(limits.inflatedBytes());
        out.writeInt(limits.inflationRatio());
        out.writeUTF(limits.ocrLanguages());
        byte[] piece = new byte[PIECE];
        for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
            if (length > 0) {
                out.writeInt(length);
                out.write(piece, 0, length);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    /// Receives an order; its document follows and is taken with [#receiveContent].
    public static Order receive(DataInputStream in) throws IOException {
        require(in.readInt() == VERSION);
        String mediaType = in.readUTF();
        String trace = in.readUTF();
        require(TRACE.matcher(trace).matches());
        return new Order(
                mediaType,
                new ReadingLimits(
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readLong(),
                        in.readInt(),
                        in.readUTF()),
                trace);
    }

    /// Takes the bytes of a document.
    public static void receiveContent(DataInputStream in, OutputStream target) throws IOException {
        content(in).transferTo(target);
    }

    /// The bytes of a document, taken as they are read.
    public static InputStream content(DataInputStream in) {
        return new Pieces(in);
    }

    /// Says that an answer is still to come.
    public static void busy(DataOutputStream out) throws IOException {
        out.writeByte(BUSY);
        out.flush();
    }

    /// Says, before the answer, how long it took to find.
    public static void took(DataOutputStream out, Duration time) throws IOException {
        out.writeByte(TOOK);
        out.writeInt((int) Math.min(time.toMillis(), Integer.MAX_VALUE));
    }

    /// Sends an answer.
    public static void send(DataOutputStream out, WorkerAnswer answer) throws IOException {
        switch (answer) {
            case WorkerAnswer.Refused(ExtractionRefusal refusal) -> {
                out.writeByte(REFUSED);
                out.writeUTF(refusal.name());
            }
            case WorkerAnswer.Read read -> {
                out.writeByte(READ);
                out.writeUTF(read.mediaType());
                byte[] text = read.text().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
                out.writeInt(read.pages().size());
                for (Page page : read.pages()) {
                    out.writeInt(page.span().end());
                }
                out.writeInt(read.warnings().size());
                for (Warning warning : read.warnings()) {
                    Integer page = warning.page();
                    out.writeUTF(warning.code());
                    out.writeInt(page == null ? 0 : page);
                }
            }
        }
        out.flush();
    }

    /// Receives an answer to an order with these limits.
    ///
    /// @throws IOException when the answer ends early or breaks its form
    public static WorkerAnswer answer(DataInputStream in, ReadingLimits limits) throws IOException {
        return answer(in, limits, time -> {});
    }

    /// Receives an answer to an order with these limits.
    ///
    /// @param took is told how long the answer took to find, when the other side says so
    /// @throws IOException when the answer ends early or breaks its form
    public static WorkerAnswer answer(DataInputStream in, ReadingLimits limits, Consumer<Duration> took)
            throws IOException {
        int kind = in.readUnsignedByte();
        while (kind == BUSY || kind == TOOK) {
            if (kind == TOOK) {
                int millis = in.readInt();
                require(millis >= 0);
                took.accept(Duration.ofMillis(millis));
            }
            kind = in.readUnsignedByte();
        }
        if (kind == REFUSED) {
            String name = in.readUTF();
            return new WorkerAnswer.Refused(Arrays.stream(ExtractionRefusal.values())
                    .filter(refusal -> refusal.name().equals(name))
                    .findAny()
                    .orElseThrow(() -> new IOException("unknown refusal")));
        }
        require(kind == READ);
        String mediaType = in.readUTF();
        require(mediaType.matches("[a-z]{1,16}/[a-z0-9.+-]{1,100}"));
        String text = text(in, limits);
        List<Page> pages = pages(in, text.length());
        return new WorkerAnswer.Read(mediaType, text, pages, warnings(in, pages.size()));
    }

    private static String text(DataInputStream in, ReadingLimits limits) throws IOException {
        int length = in.readInt();
        require(length >= 0 && length <= 3L * limits.characters());
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        require(text.length() <= limits.characters());
        return text;
    }

    private static List<Page> pages(DataInputStream in, int length) throws IOException {
        int count = in.readInt();
        require(count >= 1 && count <= length + 1);
        List<Page> pages = new ArrayList<>();
        int start = 0;
        for (int number = 1; number <= count; number++) {
            int end = in.readInt();
            require(end >= start && end <= length);
            pages.add(new Page(number, new Span(start, end)));
            start = end;
        }
        require(start == length);
        return List.copyOf(pages);
    }

    private static List<Warning> warnings(DataInputStream in, int pages) throws IOException {
        int count = in.readInt();
        require(count >= 0 && count <= MOST_WARNINGS);
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = in.readUTF();
            int page = in.readInt();
            require(WARNINGS.contains(code) && page >= 0 && page <= pages);
            warnings.add(new Warning(code, page == 0 ? null : page));
        }
        return List.copyOf(warnings);
    }

    static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("a frame breaks its form");
        }
    }
}
