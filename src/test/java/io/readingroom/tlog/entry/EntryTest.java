package io.readingroom.tlog.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Entry ENTRY =
            Entry.of("acme", 4, Instant.parse("2026-01-31T09:30:00.000001Z"), "{}".getBytes(UTF_8));

    @Test
    void is_five_lines() {
        assertThat(new String(ENTRY.bytes(), UTF_8)).isEqualTo("""
                reading-room-entry/1
                acme
                4
                2026-01-31T09:30:00.000001Z
                RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=
                """);
    }

    /// Each bit changes what it says, or makes it none: no two forms say the same.
    @Test
    void has_one_form() {
        byte[] bytes = ENTRY.bytes();
        assertThat(Entry.parse(bytes).orElseThrow().bytes()).isEqualTo(bytes);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Entry.parse(changed).map(Entry::bytes))
                    .as("bit %d", bit)
                    .matches(read -> read.isEmpty() || Arrays.equals(read.get(), changed));
        }
    }

    @Test
    void is_of_its_body_alone() {
        assertThat(ENTRY.isOf("{}".getBytes(UTF_8))).isTrue();
        assertThat(ENTRY.isOf("{ }".getBytes(UTF_8))).isFalse();
    }

    @Test
    void has_a_tenant_on_one_line() {
        assertThatThrownBy(() -> Entry.of("a\nb", 0, Instant.EPOCH, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
