package io.readingroom.officer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Where the service is, who asks, and which authority the service's certificate has to come from.
///
/// @param server the address without a slash at its end
/// @param token the bearer token; null for none
/// @param trust the authorities that are trusted instead of those of the JDK; null for those
record Connection(
        String server, @Nullable String token, @Nullable SSLContext trust) {

    /// The variable that names the service when no option does.
    static final String SERVER_VARIABLE = "READING_ROOM_URL";

    /// @throws OfficerException when something is missing, unreadable or would show the token to the network
    static Connection of(Arguments arguments, Map<String, String> environment) {
        String server = arguments
                .value("server")
                .or(() -> Optional.ofNullable(environment.get(SERVER_VARIABLE)))
                .orElseThrow(() ->
                        OfficerException.usage("Say where the service is: --server URL, or " + SERVER_VARIABLE + "."));
        URI address = address(server);
        Optional<Path> tokenFile = arguments.file("token-file");
        if (tokenFile.isPresent() && address.getScheme().equals("http") && !onThisMachine(address.getHost())) {
            throw OfficerException.usage("A token goes to another machine over https only.");
        }
        return new Connection(
                server.replaceAll("/+$", ""),
                tokenFile.map(Connection::token).orElse(null),
                arguments.file("ca-file").map(Connection::trust).orElse(null));
    }

    private static URI address(String server) {
        try {
            URI address = new URI(server);
            boolean plain = address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (plain && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw OfficerException.usage("--server is no address.");
        }
        throw OfficerException.usage("--server is an address such as https://reading-room.example, without a secret.");
    }

    private static boolean onThisMachine(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    private static String token(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (token.matches("[!-~]+")) {
                return token;
            }
        } catch (IOException unreadable) {
            throw OfficerException.usage("The file of --token-file cannot be read.");
        }
        throw OfficerException.usage("The file of --token-file holds no token.");
    }

    private static SSLContext trust(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                authorities.setCertificateEntry("authority-" + authorities.size(), one);
            }
            if (authorities.size() == 0) {
                throw new CertificateException("none");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw OfficerException.usage("The file of --ca-file holds no certificates that can be read.");
        }
    }
}
