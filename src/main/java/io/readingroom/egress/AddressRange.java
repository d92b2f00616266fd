package io.readingroom.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// A block of IP addresses in the notation of RFC 4632, such as `10.0.0.0/8` or `fc00::/7`; one address alone
/// needs no length.
///
/// @param base any address of it
/// @param text as it was written
/// @param bits how many leading bits all of its addresses share
record AddressRange(String text, InetAddress base, int bits) {

    /// What is routed inside a site alone (RFC 1122, 1918, 4193, 6598).
    private static final List<AddressRange> INTERNAL =
            ranges("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1", "fc00::/7");

    /// Below these a range is not a network of somebody, but most of the Internet.
    private static final int WIDEST_IPV4 = 8;
    private static final int WIDEST_IPV6 = 16;

    /// Parses one range. Names are not looked up: they are no ranges.
    ///
    /// @throws IllegalArgumentException when it is none, with a sentence that says what would be
    static AddressRange parse(CharSequence written) {
        String text = written.toString().strip();
        int slash = text.indexOf('/');
        try {
            InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int all = Byte.SIZE * base.getAddress().length;
            int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= all) {
                return new AddressRange(text, base, bits);
            }
        } catch (IllegalArgumentException noNumber) {
            // Told below, in one sentence for all that is no range.
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no range of addresses: write one such as 10.0.0.0/8 or fc00::/7");
    }

    static List<AddressRange> ranges(String... texts) {
        return List.of(texts).stream().map(AddressRange::parse).toList();
    }

    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        return ours.length == theirs.length
                && Arrays.equals(ours, 0, whole, theirs, 0, whole)
                && (rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff) >> (Byte.SIZE - rest) == 0);
    }

    /// Whether an address of it may belong to somebody else's network.
    boolean isPublic() {
        return INTERNAL.stream().noneMatch(internal -> internal.bits <= bits && internal.contains(base));
    }

    /// Whether it is so wide that it allows nearly everything.
    boolean isBoundless() {
        return isPublic() && bits < (base.getAddress().length == 4 ? WIDEST_IPV4 : WIDEST_IPV6);
    }

    @Override
    public String toString() {
        return text;
    }
}
