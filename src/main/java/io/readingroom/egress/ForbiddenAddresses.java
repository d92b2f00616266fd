package io.readingroom.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Addresses that no setting can allow: those that hand out credentials to whoever asks, and those that
/// hide another address inside, past every range.
final class ForbiddenAddresses {

    private static final List<AddressRange> FORBIDDEN = AddressRange.ranges(
            // Link-local: the metadata services of most clouds, and whatever else is on the same wire.
            "169.254.0.0/16",
            "fe80::/10",
            // Metadata services elsewhere: AWS and Google over IPv6, Alibaba, Oracle, Azure.
            "fd00:ec2::/32",
            "fd20:ce::254",
            "100.100.100.200",
            "192.0.0.192",
            "168.63.129.16",
            // Addresses that carry an IPv4 address: NAT64 (RFC 6052, 8215), Teredo (RFC 4380), 6to4 (RFC 3056).
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2001::/32",
            "2002::/16");

    private ForbiddenAddresses() {}

    /// Whether `address` is one of them. An IPv4 address written as IPv6 (`::ffff:10.0.0.1`) is an IPv4 address
    /// here, as it is for the operating system.
    static boolean contain(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address six && six.isIPv4CompatibleAddress() && !six.isLoopbackAddress())
                || FORBIDDEN.stream().anyMatch(range -> range.contains(address));
    }
}
