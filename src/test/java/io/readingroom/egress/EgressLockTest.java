package io.readingroom.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressLockTest {

    private static final Map<String, String> SERVICE = Map.of(
            "reading-room.inference.base-url",
            "http://ollama:11434",
            "reading-room.extraction.address",
            "extractor:8081",
            "quarkus.datasource.jdbc.url",
            "jdbc:postgresql://first,[fd00::2]:6432/reading?ApplicationName=x");

    @Test
    void a_name_is_resolved_once_and_its_address_given() throws Exception {
        InetSocketAddress address = Locks.byDefault().resolve(Purpose.MODEL_SERVER, "localhost", 11434);

        assertThat(address.isUnresolved()).isFalse();
        assertThat(address.getAddress().isLoopbackAddress()).isTrue();
        assertThat(address.getPort()).isEqualTo(11434);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "::ffff:8.8.8.8",
                "2606:4700::1111",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "fd00:ec2::254",
                "fe80::1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "::10.0.0.1",
                "0.0.0.0",
                "::",
                "224.0.0.1"
            })
    void addresses_outside_and_those_that_hide_another_are_refused(String address) {
        EgressLock lock = Locks.byDefault();

        assertThatThrownBy(() -> lock.resolve(Purpose.DATABASE, address, 5432))
                .isInstanceOf(EgressRefusedException.class)
                .hasMessageContaining("reading-room.egress.database")
                .hasMessageNotContaining(address);
        assertThat(lock.refused()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "100.100.100.200", "168.63.129.16", "fd00:ec2::254", "64:ff9b::1"})
    void metadata_services_are_refused_whatever_is_allowed(String address) {
        EgressLock lock = Locks.with(Map.of("reading-room.egress.allowed", "0.0.0.0/0,::/0"));

        assertThatThrownBy(() -> lock.resolve(Purpose.MODEL_SERVER, address, 80))
                .isInstanceOf(EgressRefusedException.class);
    }

    @Test
    void a_purpose_with_ranges_of_its_own_goes_nowhere_else() throws Exception {
        EgressLock lock = Locks.with(Map.of("reading-room.egress.model-server", "10.7.0.0/16"));

        assertThat(lock.resolve(Purpose.MODEL_SERVER, "10.7.1.1", 1).getPort()).isEqualTo(1);
        assertThat(lock.resolve(Purpose.DATABASE, "10.8.1.1", 1).getPort()).isEqualTo(1);
        assertThatThrownBy(() -> lock.resolve(Purpose.MODEL_SERVER, "10.8.1.1", 1))
                .isInstanceOf(EgressRefusedException.class);
    }

    @Test
    void a_name_without_an_address_is_not_a_refusal() {
        EgressLock lock = Locks.byDefault();

        assertThatThrownBy(() -> lock.resolve(Purpose.MODEL_SERVER, "no-such-host.invalid", 1))
                .isInstanceOf(UnknownHostException.class);
        assertThat(lock.refused()).isZero();
    }

    @Test
    void the_configuration_names_every_place_that_is_gone_to() {
        assertThat(Locks.with(SERVICE).destinations())
                .containsExactlyInAnyOrder(
                        new Destination(Purpose.MODEL_SERVER, "ollama", 11434),
                        new Destination(Purpose.EXTRACTOR, "extractor", 8081),
                        new Destination(Purpose.DATABASE, "first", 5432),
                        new Destination(Purpose.DATABASE, "fd00::2", 6432));
        assertThat(Locks.with(Map.of("reading-room.inference.base-url", "https://models/ollama"))
                        .destinations())
                .containsExactly(new Destination(Purpose.MODEL_SERVER, "models", 443));
        assertThat(Locks.with(Map.of("reading-room.inference.base-url", "mailto:x"))
                        .destinations())
                .isEmpty();
    }

    @Test
    void what_libraries_open_must_be_a_configured_port_at_an_allowed_address() {
        EgressLock lock = Locks.with(SERVICE);

        assertThatCode(() -> lock.check(at("10.1.1.1", 11434))).doesNotThrowAnyException();
        assertThatCode(() -> lock.check(at("fd00::2", 6432))).doesNotThrowAnyException();
        assertRefused(lock, at("10.1.1.1", 443));
        assertRefused(lock, at("8.8.8.8", 11434));
        assertRefused(lock, InetSocketAddress.createUnresolved("ollama", 11434));
        assertThat(lock.refused()).isEqualTo(3);
    }

    @Test
    void a_client_of_the_framework_connects_nowhere_else() {
        EmbeddedChannel channel = new EmbeddedChannel();
        new NettyGate(() -> Locks.with(SERVICE)).postInitializeClientChannel(channel);

        ChannelFuture outside = channel.connect(at("8.8.8.8", 443));
        ChannelFuture inside = channel.connect(at("10.1.1.1", 11434));

        assertThat(outside.cause()).isInstanceOf(EgressRefusedException.class);
        assertThat(inside.cause()).isNull();
    }

    @Test
    void a_socket_of_the_database_driver_connects_nowhere_else() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EgressLock lock = Locks.with(Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + server.getLocalPort() + "/x"));
            LockedSocketFactory sockets = new LockedSocketFactory(() -> lock);

            try (Socket socket = sockets.createSocket()) {
                socket.connect(server.getLocalSocketAddress());
                assertThat(socket.isConnected()).isTrue();
            }
            assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", server.getLocalPort() == 1 ? 2 : 1))
                    .isInstanceOf(EgressRefusedException.class);
            assertThatThrownBy(() -> sockets.createSocket(InetAddress.ofLiteral("192.0.2.1"), server.getLocalPort()))
                    .isInstanceOf(EgressRefusedException.class);
        }
    }

    private static void assertRefused(EgressLock lock, SocketAddress target) {
        assertThatThrownBy(() -> lock.check(target)).isInstanceOf(EgressRefusedException.class);
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }
}
