package io.readingroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Systems that show a client certificate.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(MutualTlsIT.OverTls.class)
class MutualTlsIT {

    private static final char[] PASSWORD = "trial".toCharArray();

    @SuppressWarnings("NullAway.Init") // given by the test resource
    Authority authority;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedIssuer issuer;

    @ConfigProperty(name = "quarkus.http.test-ssl-port")
    int port;

    /// The service speaks TLS and knows one system.
    public static final class OverTls implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ScriptedIssuer.class), new TestResourceEntry(Authority.class));
        }
    }

    /// Issues the certificates.
    public static final class Authority implements QuarkusTestResourceLifecycleManager {

        private final Certificates certificates = new Certificates();

        @Override
        public Map<String, String> start() {
            Path folder = Path.of("target", "mutual-tls");
            try {
                certificates.serverInto(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return Map.of(
                    "quarkus.http.test-ssl-port", "0",
                    "quarkus.http.tls-configuration-name", "https",
                    "quarkus.tls.https.key-store.pem.0.cert",
                            folder.resolve("tls.crt").toString(),
                    "quarkus.tls.https.key-store.pem.0.key",
                            folder.resolve("tls.key").toString(),
                    "quarkus.tls.https.trust-store.pem.certs",
                            folder.resolve("ca.crt").toString(),
                    "reading-room.access.certificates.archive.subject", "CN=archive, O=Example",
                    "reading-room.access.certificates.archive.tenant", "north",
                    "reading-room.access.certificates.archive.roles", "reader");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(this, new TestInjector.MatchesType(Authority.class));
        }

        @Override
        public void stop() {}
    }

    @Test
    void a_system_that_is_known_is_let_in() throws Exception {
        HttpClient archive = client(authority.certificates.client("CN=Archive,O=example", PASSWORD));
        assertThat(ask(archive, "/v1/documents", null)).isEqualTo(200);
        assertThat(ask(archive, "/v1/audit/events", null)).isEqualTo(403);
    }

    @Test
    void a_system_that_is_trusted_and_not_known_is_let_in_nowhere() throws Exception {
        HttpClient stranger = client(authority.certificates.client("CN=stranger", PASSWORD));
        assertThat(ask(stranger, "/v1/documents", null)).isEqualTo(403);
    }

    @Test
    void a_token_goes_before_a_certificate() throws Exception {
        HttpClient stranger = client(authority.certificates.client("CN=stranger", PASSWORD));
        assertThat(ask(stranger, "/v1/documents", issuer.token("ada", "north", "reader")))
                .isEqualTo(200);
        HttpClient archive = client(authority.certificates.client("CN=archive,O=Example", PASSWORD));
        assertThat(ask(archive, "/v1/documents", "forged")).isEqualTo(401);
    }

    @Test
    void a_certificate_need_not_be_shown() throws Exception {
        assertThat(ask(client(null), "/v1/documents", null)).isEqualTo(401);
        assertThat(ask(client(null), "/v1/privacy/statement", null)).isEqualTo(200);
    }

    @Test
    void a_certificate_of_another_authority_gets_no_connection() throws Exception {
        HttpClient forger = client(new Certificates().client("CN=archive,O=Example", PASSWORD));
        assertThatThrownBy(() -> ask(forger, "/v1/documents", null)).isInstanceOf(IOException.class);
    }

    private HttpClient client(@Nullable KeyStore shown) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(shown, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authority.certificates.trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private int ask(HttpClient client, String path, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
