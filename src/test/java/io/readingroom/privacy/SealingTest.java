package io.readingroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.privacy.crypto.Place;
import io.readingroom.privacy.crypto.Primitives;
import io.readingroom.privacy.crypto.RandomBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {

    private static final int SEALED_SEGMENT = StreamKey.SEGMENT_BYTES + Primitives.TAG_BYTES;
    private static final byte[] KEY = RandomBytes.of(Primitives.KEY_BYTES);
    private static final byte[] CONTEXT = Place.of("document", "text");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001})
    void what_was_sealed_opens_again(int length) throws IOException {
        byte[] plain = RandomBytes.of(length);
        assertThat(open(seal(plain))).isEqualTo(plain);
    }

    @Property(tries = 20)
    void any_way_of_writing_and_reading_gives_the_same(
            @ForAll @IntRange(max = 300_000) int length, @ForAll @IntRange(min = 1, max = 70_000) int piece)
            throws IOException {
        byte[] plain = RandomBytes.of(length);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream sealing = new SealingStream(StreamKey.fresh(KEY, CONTEXT), sealed)) {
            for (int at = 0; at < length; at += piece) {
                sealing.write(plain, at, Math.min(piece, length - at));
            }
        }
        assertThat(open(sealed.toByteArray())).isEqualTo(plain);
    }

    @Test
    void the_same_bytes_never_look_the_same() throws IOException {
        assertThat(seal(new byte[100])).isNotEqualTo(seal(new byte[100]));
    }

    @Test
    void the_plain_bytes_do_not_show() throws IOException {
        byte[] plain = "the canary sings in the archive".getBytes(StandardCharsets.UTF_8);
        assertThat(new String(seal(plain), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 33, 39, 40, 41, 60_000, 65_591, 65_592, 131_111})
    void a_changed_bit_is_found(int place) throws IOException {
        byte[] sealed = seal(RandomBytes.of(2 * StreamKey.SEGMENT_BYTES));
        sealed[place] ^= 1;
        assertBroken(sealed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 39, 40, 100, 40 + SEALED_SEGMENT, 41 + SEALED_SEGMENT, 40 + 2 * SEALED_SEGMENT})
    void an_end_that_came_too_early_is_found(int length) throws IOException {
        assertBroken(Arrays.copyOf(seal(RandomBytes.of(3 * StreamKey.SEGMENT_BYTES)), length));
    }

    @Test
    void bytes_behind_the_end_are_found() throws IOException {
        byte[] sealed = seal(RandomBytes.of(10));
        assertBroken(Arrays.copyOf(sealed, sealed.length + 1));
    }

    @Test
    void segments_that_changed_places_are_found() throws IOException {
        byte[] sealed = seal(RandomBytes.of(3 * StreamKey.SEGMENT_BYTES));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, 40, swapped, 40 + SEALED_SEGMENT, SEALED_SEGMENT);
        System.arraycopy(sealed, 40 + SEALED_SEGMENT, swapped, 40, SEALED_SEGMENT);
        assertBroken(swapped);
    }

    @Test
    void a_segment_of_another_stream_is_found() throws IOException {
        byte[] sealed = seal(RandomBytes.of(2 * StreamKey.SEGMENT_BYTES));
        byte[] other = seal(RandomBytes.of(2 * StreamKey.SEGMENT_BYTES));
        System.arraycopy(other, 40, sealed, 40, SEALED_SEGMENT);
        assertBroken(sealed);
    }

    @Test
    void nothing_opens_for_another_purpose_or_document_or_key() throws IOException {
        byte[] sealed = seal(RandomBytes.of(10));
        for (byte[] context : new byte[][] {Place.of("document", "analysis"), Place.of("other", "text")}) {
            assertThatThrownBy(() -> open(sealed, KEY, context)).isInstanceOf(BrokenSealException.class);
        }
        assertThatThrownBy(() -> open(sealed, RandomBytes.of(Primitives.KEY_BYTES), CONTEXT))
                .isInstanceOf(BrokenSealException.class);
    }

    private static void assertBroken(byte[] sealed) {
        AtomicInteger told = new AtomicInteger();
        assertThatThrownBy(() -> open(sealed, KEY, CONTEXT, told::incrementAndGet))
                .isInstanceOf(BrokenSealException.class);
        assertThat(told).hasValue(1);
    }

    private static byte[] seal(byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream sealing = new SealingStream(StreamKey.fresh(KEY, CONTEXT), sealed)) {
            sealing.write(plain);
        }
        return sealed.toByteArray();
    }

    private static byte[] open(byte[] sealed) throws IOException {
        return open(sealed, KEY, CONTEXT);
    }

    private static byte[] open(byte[] sealed, byte[] key, byte[] context) throws IOException {
        return open(sealed, key, context, () -> {});
    }

    private static byte[] open(byte[] sealed, byte[] key, byte[] context, Runnable broken) throws IOException {
        try (InputStream opening = OpeningStream.of(new ByteArrayInputStream(sealed), key, context, broken)) {
            return opening.readAllBytes();
        }
    }
}
