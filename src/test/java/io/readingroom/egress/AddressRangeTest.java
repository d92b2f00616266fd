package io.readingroom.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "192.168.7.9, 192.168.7.9, true",
        "192.168.7.9, 192.168.7.8, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "fc00::/7, fdff::1, true",
        "fc00::/7, fe00::1, false",
        "::1, ::1, true",
        "10.0.0.0/8, ::ffff:10.1.1.1, true",
        "10.0.0.0/8, ::ffff:8.8.8.8, false",
        "10.0.0.0/8, fc00::1, false",
        "::/0, 10.0.0.1, false"
    })
    void holds_the_addresses_that_share_its_leading_bits(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ollama", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/x", "10.0.0/8/8", "*"})
    void what_is_no_range_is_refused_and_never_looked_up(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no range of addresses");
    }

    @Test
    void knows_what_is_routed_outside_a_site() {
        assertThat(AddressRange.ranges("10.3.0.0/16", "127.0.0.1", "fd12::/48", "100.64.0.0/10"))
                .noneMatch(AddressRange::isPublic);
        assertThat(AddressRange.ranges("8.8.8.0/24", "10.0.0.0/7", "2001:db8::/32", "0.0.0.0/0"))
                .allMatch(AddressRange::isPublic);
    }

    @Test
    void knows_what_allows_nearly_everything() {
        assertThat(AddressRange.ranges("0.0.0.0/0", "::/0", "0.0.0.0/1", "2000::/3"))
                .allMatch(AddressRange::isBoundless);
        assertThat(AddressRange.ranges("9.0.0.0/8", "2a02:8:8::/48", "10.0.0.0/8", "fc00::/7"))
                .noneMatch(AddressRange::isBoundless);
    }
}
