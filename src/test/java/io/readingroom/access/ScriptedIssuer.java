package io.readingroom.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// A small real issuer of tokens with two realms, of which the service trusts the first. A test that names it as a
/// resource gets it in a field of this type.
public final class ScriptedIssuer implements QuarkusTestResourceLifecycleManager {

    /// What tokens must be made for.
    public static final String AUDIENCE = "reading-room";

    private final RsaJsonWebKey key = rsa("trusted");
    private final RsaJsonWebKey foreign = rsa("foreign");
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", this::answer);
            started.start();
            server = started;
            return Map.of("reading-room.access.mode", "oidc", "reading-room.access.issuer", issuer("staff"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(ScriptedIssuer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /// A token as it should be, for a person of a tenant.
    public String token(String subject, @Nullable String tenant, String... roles) {
        return signed(claims(subject, tenant, roles), key, "RS256");
    }

    /// What such a token says; to be changed and given to one of the others.
    JwtClaims claims(String subject, @Nullable String tenant, String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer("staff"));
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringListClaim("roles", roles);
        if (tenant != null) {
            claims.setStringClaim("tenant", tenant);
        }
        return claims;
    }

    /// Signed by the trusted realm.
    String signed(JwtClaims claims) {
        return signed(claims, key, "RS256");
    }

    /// Signed by the realm that is not trusted, which says so.
    String ofAnotherRealm(JwtClaims claims) {
        claims.setIssuer(issuer("guests"));
        return signed(claims, foreign, "RS256");
    }

    /// Signed by a key that nobody published, under its own name.
    String byUnknownKey(JwtClaims claims) {
        return signed(claims, rsa("unknown"), "RS256");
    }

    /// Signed by a key that nobody published, under the name of the trusted one.
    String byFalseKey(JwtClaims claims) {
        return signed(claims, rsa("trusted"), "RS256");
    }

    /// Without a signature, and saying so.
    String unsigned(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue("none");
        token.setPayload(claims.toJson());
        return serialized(token);
    }

    /// Signed as if the trusted realm's public key, which anybody has, were a shared secret.
    String byPublicKeyAsSecret(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setKeyIdHeaderValue("trusted");
        token.setAlgorithmHeaderValue("HS256");
        token.setPayload(claims.toJson());
        token.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return serialized(token);
    }

    /// The URL of a realm.
    String issuer(String realm) {
        return "http://localhost:" + port() + "/" + realm;
    }

    private int port() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server.getAddress().getPort();
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey by, String algorithm) {
        JsonWebSignature token = new JsonWebSignature();
        token.setKeyIdHeaderValue(by.getKeyId());
        token.setAlgorithmHeaderValue(algorithm);
        token.setPayload(claims.toJson());
        token.setKey(by.getPrivateKey());
        return serialized(token);
    }

    private static String serialized(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RsaJsonWebKey rsa(String name) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(name);
            key.setUse("sig");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String realm = path.split("/", -1)[1];
        if (path.endsWith("/.well-known/openid-configuration")) {
            send(
                    exchange,
                    "{\"issuer\":\"" + issuer(realm) + "\",\"jwks_uri\":\"" + issuer(realm)
                            + "/keys\",\"token_endpoint\":\"" + issuer(realm)
                            + "/token\",\"introspection_endpoint\":\"" + issuer(realm) + "/introspect\"}");
        } else if (path.endsWith("/keys")) {
            RsaJsonWebKey published = realm.equals("staff") ? key : foreign;
            send(exchange, "{\"keys\":[" + published.toJson() + "]}");
        } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
