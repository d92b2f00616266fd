package io.readingroom.extraction.worker;

import io.readingroom.document.Span;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recognises UTF-16 that has no byte order mark. Its halves fall on control bytes, which no other encoding
/// of text uses, and in one of its two orders it is writing.
final class UnmarkedUtf16 {

    private static final int SAMPLE = 1 << 14;
    private static final double MOST_ASCII = 0.75;
    private static final double WRITING = 0.9;

    /// The blocks that documents are mostly written in: Latin to Arabic, and the East Asian ones.
    private static final List<Span> COMMON = List.of(
            new Span(0x20, 0x700),
            new Span(0x2010, 0x2040),
            new Span(0x3000, 0x3100),
            new Span(0x4E00, 0xA000),
            new Span(0xAC00, 0xD7A4),
            new Span(0xFF00, 0xFFF0));

    private UnmarkedUtf16() {}

    /// UTF-16 in the order that makes sense, or null when neither does.
    static @Nullable Charset of(byte[] bytes) {
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE) & ~1);
        int controls = 0;
        int ascii = 0;
        for (byte each : sample) {
            controls += isControl(each) ? 1 : 0;
            ascii += each >= ' ' ? 1 : 0;
        }
        if (bytes.length % 2 != 0 || controls == 0 || ascii > sample.length * MOST_ASCII) {
            return null;
        }
        double little = writing(new String(sample, StandardCharsets.UTF_16LE));
        double big = writing(new String(sample, StandardCharsets.UTF_16BE));
        if (Math.max(little, big) < WRITING) {
            return null;
        }
        return little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean isControl(byte each) {
        return each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t' && each != '\f' && each != 0x1B;
    }

    private static double writing(String text) {
        return (double) text.chars().filter(UnmarkedUtf16::isCommon).count() / text.length();
    }

    private static boolean isCommon(int unit) {
        return unit == '\n'
                || unit == '\r'
                || unit == '\t'
                || COMMON.stream().anyMatch(block -> block.start() <= unit && unit < block.end());
    }
}
