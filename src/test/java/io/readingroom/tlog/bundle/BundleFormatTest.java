package io.readingroom.tlog.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.tlog.TileId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleFormatTest {

    @Test
    void items_stand_behind_their_lengths() {
        byte[] list = ItemList.encode(List.of("ab".getBytes(UTF_8), new byte[0], new byte[258]));
        assertThat(list).startsWith(0, 2, 'a', 'b', 0, 0, 1, 2).hasSize(2 + 2 + 2 + 2 + 258);
        assertThat(ItemList.decode(list, 3).orElseThrow())
                .extracting(item -> item.length)
                .containsExactly(2, 0, 258);
    }

    @Test
    void lists_with_too_few_or_too_many_items_or_cut_off_are_none() {
        byte[] list = ItemList.encode(List.of(new byte[3], new byte[4]));
        assertThat(ItemList.decode(list, 1)).isEmpty();
        assertThat(ItemList.decode(list, 3)).isEmpty();
        for (int length = 0; length < list.length; length++) {
            assertThat(ItemList.decode(Arrays.copyOf(list, length), 2)).isEmpty();
        }
        assertThat(ItemList.decode(Arrays.copyOf(list, list.length + 1), 2)).isEmpty();
    }

    @Test
    void an_item_that_is_too_long_is_refused() {
        assertThat(ItemList.encode(List.of(new byte[65_535]))).hasSize(65_537);
        assertThatThrownBy(() -> ItemList.encode(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_layout_is_the_one_of_the_specification() {
        BundleLayout layout = new BundleLayout(70_000);
        assertThat(layout.names().filter(name -> name.startsWith("tile/")))
                .hasSize(274 + 2 + 1)
                .contains("tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(layout.files())
                .isEqualTo(277 + 2 * 274)
                .isEqualTo(layout.names().count());
        assertThat(layout.names()).allMatch(layout::has);
        assertThat(BundleLayout.entries(layout.tile(0, 273))).isEqualTo("entries/273.p/112");
        assertThat(BundleLayout.bodies(new TileId(0, 1000, 256))).isEqualTo("bodies/x001/000");
        assertThat(Stream.of(
                        "tile/0/273", "tile/0/274", "tile/0/273.p/111", "entries/274", "bodies/0", "tile/3/000", "x"))
                .noneMatch(layout::has);
        assertThat(new BundleLayout(0).names()).isEmpty();
    }

    @Test
    void scopes_and_origins_are_read_as_they_are_written() {
        assertThat(Scope.parse("all")).contains(Scope.all());
        assertThat(Scope.parse("tenant acme corp")).contains(Scope.of("acme corp"));
        assertThat(Scope.of("acme").line()).isEqualTo("tenant acme");
        assertThat(Stream.of("", "ALL", "tenant ", "tenant", "all ").map(Scope::parse))
                .allMatch(Optional::isEmpty);
        assertThat(Origin.of("a.example/3f/12")).isEqualTo(new Origin("a.example/3f", 12));
        assertThat(Origin.of("a.example/3f/012")).isEqualTo(new Origin("a.example/3f/012", 1));
    }
}
