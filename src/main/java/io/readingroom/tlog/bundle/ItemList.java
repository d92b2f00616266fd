package io.readingroom.tlog.bundle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Byte strings one after the other, each behind its length in two bytes, the higher one first: the entry bundles of
/// c2sp.org/tlog-tiles. A length of zero stands for what is withheld.
public final class ItemList {

    /// How long an item can be.
    public static final int LONGEST = 0xFFFF;

    private static final int LENGTH_BYTES = 2;

    private ItemList() {}

    /// The list of these items.
    ///
    /// @throws IllegalArgumentException when an item is too long
    public static byte[] encode(List<byte[]> items) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (byte[] item : items) {
            if (item.length > LONGEST) {
                throw new IllegalArgumentException("An item of " + item.length + " bytes is too long for a bundle");
            }
            list.write(item.length >>> 8);
            list.write(item.length);
            list.writeBytes(item);
        }
        return list.toByteArray();
    }

    /// The items of a list; empty when it does not hold this many and nothing else.
    public static Optional<List<byte[]>> decode(byte[] list, int count) {
        List<byte[]> items = new ArrayList<>(count);
        int at = 0;
        while (at + LENGTH_BYTES <= list.length && items.size() < count) {
            int start = at + LENGTH_BYTES;
            int end = start + Byte.toUnsignedInt(list[at]) * 256 + Byte.toUnsignedInt(list[at + 1]);
            if (end > list.length) {
                return Optional.empty();
            }
            items.add(Arrays.copyOfRange(list, start, end));
            at = end;
        }
        return at == list.length && items.size() == count ? Optional.of(items) : Optional.empty();
    }
}
