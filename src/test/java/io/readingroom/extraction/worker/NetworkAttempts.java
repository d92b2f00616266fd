package io.readingroom.extraction.worker;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Tries every way out that a library could take, against the port in its first argument, and prints a line for each.
final class NetworkAttempts {

    private NetworkAttempts() {}

    public static void main(String... args) throws Exception {
        if (args[1].equals("sealed")) {
            NoNetwork.enforce();
        }
        int port = Integer.parseInt(args[0]);
        URI address = URI.create("http://127.0.0.1:" + port + "/");
        InetSocketAddress target = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        Map<String, Callable<Object>> ways = new LinkedHashMap<>();
        ways.put("url", () -> address.toURL().openStream().read());
        ways.put(
                "client",
                () -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding()));
        ways.put("socket", () -> new Socket(target.getAddress(), port).getPort());
        ways.put("channel", () -> SocketChannel.open(target));
        ways.put("datagram", () -> send(target));
        ways.put("datagram-channel", () -> DatagramChannel.open().connect(target));
        ways.put("name", () -> InetAddress.getAllByName("phone-home.example"));
        for (Map.Entry<String, Callable<Object>> way : ways.entrySet()) {
            System.out.println(way.getKey() + " " + outcome(way.getValue()));
        }
        Runtime.getRuntime().halt(0);
    }

    private static Object send(InetSocketAddress target) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, target));
            return "sent";
        }
    }

    private static String outcome(Callable<Object> way) {
        try {
            way.call();
            return "open";
        } catch (Throwable refused) {
            return "closed";
        }
    }
}
