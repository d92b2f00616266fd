package io.readingroom.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileIdTest {

    @Test
    void paths_are_those_of_the_specification() {
        assertThat(new TileId(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TileId(1, 0, 256).path()).isEqualTo("tile/1/000");
        assertThat(new TileId(0, 273, 112).path()).isEqualTo("tile/0/273.p/112");
        assertThat(new TileId(2, 1000, 1).path()).isEqualTo("tile/2/x001/000.p/1");
    }

    @Test
    void any_place_is_found_again_by_its_path() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            TileId tile = new TileId(
                    random.nextInt(8),
                    random.nextLong() >>> (8 + random.nextInt(55)) & 0x3FFFFFFFFFFFFL,
                    1 + random.nextInt(256));
            assertThat(TileId.parse(tile.path())).contains(tile);
        }
    }

    @Test
    void paths_have_the_same_digits_in_every_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new TileId(0, 1_234_067, 7).path()).isEqualTo("tile/0/x001/x234/067.p/7");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/0",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/00/001",
                "tile/8/000",
                "tile/0/000.p/256",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/257",
                "tile/0/000/",
                "tile/entries/000",
                "/tile/0/000",
                "tile/0/x1/001",
                "tile/-1/000",
                "tile/0/000.p",
                ""
            })
    void other_paths_are_none(String path) {
        assertThat(TileId.parse(path)).isEmpty();
    }

    @Test
    void widths_are_those_of_the_specification() {
        // The example of the specification: a tree of 70,000.
        assertThat(TileId.width(0, 272, 70_000)).isEqualTo(256);
        assertThat(TileId.width(0, 273, 70_000)).isEqualTo(112);
        assertThat(TileId.width(0, 274, 70_000)).isZero();
        assertThat(TileId.width(1, 0, 70_000)).isEqualTo(256);
        assertThat(TileId.width(1, 1, 70_000)).isEqualTo(17);
        assertThat(TileId.width(2, 0, 70_000)).isEqualTo(1);
        assertThat(TileId.width(3, 0, 70_000)).isZero();
        assertThat(TileId.width(0, Long.MAX_VALUE, 70_000)).isZero();
        assertThat(TileId.width(0, 1L << 56, 70_000)).isZero();
    }
}
