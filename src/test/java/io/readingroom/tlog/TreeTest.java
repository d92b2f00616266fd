package io.readingroom.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The tree in tiles is the tree of RFC 9162.
class TreeTest {

    /// The entries and roots with which Certificate Transparency's implementations are tested.
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final int SIZES = 1100;
    private static final HexFormat HEX = HexFormat.of();

    /// A tree that keeps its tiles as a store would: the full ones, and the last partial ones.
    private static final class Store implements Tiles {

        final TreeEdge edge = TreeEdge.empty();
        final List<byte[]> hashes = new ArrayList<>();
        private final Map<TileId, byte[]> tiles = new HashMap<>();

        Tree grow(int size) {
            while (edge.size() < size) {
                byte[] hash = TreeHash.leaf(("entry " + edge.size()).getBytes(StandardCharsets.UTF_8));
                hashes.add(hash);
                edge.append(hash, tiles::put);
            }
            edge.partial(tiles::put);
            return new Tree(size, this);
        }

        @Override
        public byte[] read(TileId tile) {
            byte[] hashes = tiles.get(tile);
            if (hashes == null) {
                throw new TileMissingException(tile);
            }
            return hashes;
        }
    }

    @Test
    void the_known_entries_have_the_known_roots() {
        TreeEdge edge = TreeEdge.empty();
        assertThat(HEX.formatHex(edge.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < LEAVES.size(); i++) {
            edge.append(TreeHash.leaf(HEX.parseHex(LEAVES.get(i))), (tile, hashes) -> {});
            assertThat(HEX.formatHex(edge.root())).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void known_proofs_are_right_and_others_wrong() {
        List<byte[]> inclusion = parsed(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        byte[] sixth = TreeHash.leaf(HEX.parseHex(LEAVES.get(5)));
        assertThat(Proofs.included(sixth, 5, 8, inclusion, root(8))).isTrue();
        assertThat(Proofs.included(sixth, 4, 8, inclusion, root(8))).isFalse();
        assertThat(Proofs.included(sixth, 5, 6, inclusion, root(8))).isFalse();
        List<byte[]> consistency = parsed(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(Proofs.consistent(6, root(6), 8, root(8), consistency)).isTrue();
        assertThat(Proofs.consistent(6, root(5), 8, root(8), consistency)).isFalse();
        assertThat(Proofs.consistent(5, root(5), 8, root(8), consistency)).isFalse();
    }

    @Test
    void roots_of_all_sizes_are_those_of_the_definition() {
        Store store = new Store();
        for (int size = 0; size <= SIZES; size++) {
            Tree tree = store.grow(size);
            byte[] root = Naive.root(store.hashes);
            assertThat(store.edge.root()).isEqualTo(root);
            assertThat(tree.root()).isEqualTo(root);
            assertThat(TreeEdge.of(size, store).root()).isEqualTo(root);
        }
    }

    @Test
    void an_edge_that_was_read_grows_as_the_one_that_was_kept() {
        Random random = new Random(7);
        for (int size : new int[] {0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 66_000 + random.nextInt(4000)}) {
            Store store = new Store();
            store.grow(size);
            TreeEdge read = TreeEdge.of(size, store);
            for (int i = 0; i < 600; i++) {
                read.append(
                        TreeHash.leaf(("entry " + read.size()).getBytes(StandardCharsets.UTF_8)), (tile, hashes) -> {});
            }
            store.grow(size + 600);
            assertThat(read.root()).isEqualTo(store.edge.root()).isEqualTo(Naive.root(store.hashes));
        }
    }

    @Test
    void proofs_of_all_entries_and_sizes_are_those_of_the_definition() {
        for (int size = 1; size <= 70; size++) {
            assertProofs(size, IntStream.range(0, size).toArray());
        }
    }

    @Test
    void so_are_proofs_across_tiles() {
        Random random = new Random(3);
        for (int size : new int[] {255, 256, 257, 511, 512, 513, 1000, 65_536, 65_793}) {
            assertProofs(
                    size,
                    IntStream.concat(IntStream.of(0, size - 1), random.ints(5, 0, size))
                            .toArray());
        }
    }

    private static void assertProofs(int size, int[] places) {
        Store store = new Store();
        Tree tree = store.grow(size);
        byte[] root = tree.root();
        for (int m : places) {
            List<byte[]> inclusion = tree.inclusion(m);
            assertThat(inclusion).containsExactlyElementsOf(Naive.path(m, store.hashes));
            byte[] leaf = store.hashes.get(m);
            assertThat(Proofs.included(leaf, m, size, inclusion, root)).isTrue();
            refuses(inclusion, changed -> Proofs.included(leaf, m, size, changed, root));
            assertThat(Proofs.included(leaf, m + 1, size, inclusion, root)).isFalse();
            assertThat(Proofs.included(leaf, -1, size, inclusion, root)).isFalse();
            int older = m + 1;
            byte[] was = Naive.root(store.hashes.subList(0, older));
            List<byte[]> consistency = tree.consistency(older);
            assertThat(consistency).containsExactlyElementsOf(Naive.subProof(older, store.hashes, true));
            assertThat(Proofs.consistent(older, was, size, root, consistency)).isTrue();
            refuses(consistency, changed -> Proofs.consistent(older, was, size, root, changed));
            assertThat(Proofs.consistent(older, new byte[32], size, root, consistency))
                    .isFalse();
        }
        assertThat(Proofs.consistent(0, TreeHash.ofNothing(), size, root, tree.consistency(0)))
                .isTrue();
    }

    /// Each hash of a proof counts, and so does their number.
    private static void refuses(List<byte[]> proof, Predicate<List<byte[]>> check) {
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> changed = new ArrayList<>(proof);
            byte[] hash = changed.get(i).clone();
            hash[i % 32] ^= 4;
            changed.set(i, hash);
            assertThat(check.test(changed)).isFalse();
            changed.remove(i);
            assertThat(check.test(changed)).isFalse();
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[32]);
        assertThat(check.test(longer)).isFalse();
        longer.set(longer.size() - 1, new byte[31]);
        assertThat(check.test(longer)).isFalse();
    }

    @Test
    void places_that_no_tree_has_are_refused() {
        Tree tree = new Store().grow(3);
        assertThatThrownBy(() -> tree.inclusion(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tree(600, new Store()).root()).isInstanceOf(TileMissingException.class);
    }

    private static byte[] root(int size) {
        return HEX.parseHex(ROOTS.get(size - 1));
    }

    private static List<byte[]> parsed(String... hashes) {
        return List.of(hashes).stream().map(HEX::parseHex).toList();
    }
}
