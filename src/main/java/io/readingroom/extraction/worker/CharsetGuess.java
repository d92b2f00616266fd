package io.readingroom.extraction.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;
import org.jspecify.annotations.Nullable;

/// Decides how bytes are read as text. Certain signs first (a byte order mark, valid UTF-8), then what the
/// document declares, then the two statistical detectors; what those propose must decode without fault and
/// look like text, for on short Latin text they propose Cyrillic and Chinese encodings. Else it is
/// Windows-1252, which contains Latin-1.
final class CharsetGuess implements EncodingDetector {

    private static final long serialVersionUID = 1L;
    private static final int HEAD = 1 << 16;
    private static final int SAMPLE = 1 << 17;
    private static final int CONTEXT = 1 << 10;
    private static final int ESCAPE = 0x1B;
    private static final int MOST_UTF_8_BYTES = 4;
    /// Fewer letters beyond ASCII cannot tell one European code page from another.
    private static final int ENOUGH_LETTERS = 12;

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// Supersets of what detectors and documents name, as the WHATWG encoding standard maps them.
    private static final Map<String, String> SUPERSETS = Map.of(
            "iso-8859-1", "windows-1252",
            "us-ascii", "windows-1252",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "shift_jis", "windows-31j",
            "euc-kr", "x-windows-949",
            "big5", "Big5-HKSCS",
            "iso-8859-9", "windows-1254");

    private static final List<String> EAST_ASIAN =
            List.of("windows-31j", "EUC-JP", "GB18030", "Big5-HKSCS", "x-windows-949");

    private static final List<EncodingDetector> STATISTICAL =
            List.of(new UniversalEncodingDetector(), new Icu4jEncodingDetector());

    /// For parsers that ask Tika's way: looks at the first 64 KiB.
    @Override
    public Charset detect(InputStream input, Metadata metadata) throws IOException {
        input.mark(HEAD);
        byte[] head = input.readNBytes(HEAD);
        input.reset();
        Charset meta = new HtmlEncodingDetector().detect(new ByteArrayInputStream(head), new Metadata());
        String named = metadata.get(Metadata.CONTENT_ENCODING);
        return of(head, named != null ? named : meta == null ? null : meta.name());
    }

    /// The encoding of `bytes`.
    ///
    /// @param declared the name that a header or a meta element gives, believed when the bytes agree
    static Charset of(byte[] bytes, @Nullable String declared) {
        Charset marked = byOrder(bytes);
        if (marked != null) {
            return marked;
        }
        byte[] sample = sample(bytes);
        if (isUtf8(bytes)) {
            return sevenBit(bytes) && contains(bytes, ESCAPE) ? escaped(sample) : StandardCharsets.UTF_8;
        }
        Charset named = supported(declared);
        if (named != null && decode(sample, named) != null) {
            return named;
        }
        return statistical(sample);
    }

    /// UTF-8 may be cut amid its last character, when an earlier one shows what it is.
    private static boolean isUtf8(byte[] bytes) {
        int last = bytes.length - 1;
        while (last > 0 && bytes.length - last < MOST_UTF_8_BYTES && (bytes[last] & 0xC0) == 0x80) {
            last--;
        }
        boolean known = last > 0 && !sevenBit(Arrays.copyOf(bytes, last));
        return decode(bytes, StandardCharsets.UTF_8, !known) != null;
    }

    private static Charset escaped(byte[] sample) {
        Charset japanese = Charset.forName("ISO-2022-JP");
        return decode(sample, japanese) != null ? japanese : StandardCharsets.UTF_8;
    }

    private static Charset statistical(byte[] sample) {
        for (EncodingDetector detector : STATISTICAL) {
            try {
                Charset proposed = detector.detect(new ByteArrayInputStream(sample), new Metadata());
                Charset charset = proposed == null ? null : supported(proposed.name());
                if (charset != null && plausible(sample, charset)) {
                    return charset;
                }
            } catch (IOException impossible) {
                throw new IllegalStateException("An array does not fail to be read", impossible);
            }
        }
        return EAST_ASIAN.stream()
                .map(Charset::forName)
                .filter(charset -> plausible(sample, charset))
                .findFirst()
                .orElse(WINDOWS_1252);
    }

    /// Whether the bytes decode without fault into text whose letters keep company with their like.
    private static boolean plausible(byte[] sample, Charset charset) {
        String text = decode(sample, charset);
        return text != null && Plausibility.of(text).holds(charset.equals(WINDOWS_1252) ? 0 : ENOUGH_LETTERS);
    }

    private static @Nullable Charset byOrder(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE ->
                bytes.length >= 4 && bytes[2] == 0 && bytes[3] == 0
                        ? Charset.forName("UTF-32LE")
                        : StandardCharsets.UTF_16LE;
            case 0xEFBB -> StandardCharsets.UTF_8;
            default -> UnmarkedUtf16.of(bytes);
        };
    }

    private static @Nullable Charset supported(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            String canonical = Charset.forName(name).name().toLowerCase(Locale.ROOT);
            return Charset.forName(SUPERSETS.getOrDefault(canonical, canonical));
        } catch (IllegalCharsetNameException | java.nio.charset.UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static byte[] sample(byte[] bytes) {
        int high = 0;
        while (high < bytes.length && bytes[high] >= 0) {
            high++;
        }
        int from = Math.max(0, high - CONTEXT);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SAMPLE));
    }

    private static @Nullable String decode(byte[] sample, Charset charset) {
        return decode(sample, charset, false);
    }

    /// The text, or null when the bytes are not valid.
    ///
    /// @param whole whether the end may not cut a character in two
    private static @Nullable String decode(byte[] bytes, Charset charset, boolean whole) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, whole);
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException invalid) {
            return null;
        }
        return text.flip().toString();
    }

    private static boolean sevenBit(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, int wanted) {
        for (byte each : bytes) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }
}
