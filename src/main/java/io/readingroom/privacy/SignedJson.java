package io.readingroom.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.document.ContentDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Signs what the service states about its dealings with documents: a compact JWS (RFC 7515) with EdDSA
/// (RFC 8037), by one key for all such statements and replicas, so that an auditor has one to compare.
@ApplicationScoped
public class SignedJson {

    private static final String PURPOSE = "privacy-statement";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SigningKeys keys;
    private final ObjectMapper json;

    SignedJson(SigningKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /// The value as JSON, signed.
    ///
    /// @param type what kind of statement it is, for the header's `typ`; null for none
    public String sign(@Nullable String type, Object value) {
        Map<String, String> header = new TreeMap<>(Map.of("alg", "EdDSA", "kid", String.valueOf(key().get("kid"))));
        if (type != null) {
            header.put("typ", type);
        }
        String signed = BASE64.encodeToString(bytes(header)) + "." + BASE64.encodeToString(bytes(value));
        byte[] signature = keys.sign(PURPOSE, signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature);
    }

    /// The public key as a JWK, with its thumbprint for a name.
    public Map<String, String> key() {
        String point = BASE64.encodeToString(keys.publicKey(PURPOSE));
        // The members that a thumbprint takes, in its order (RFC 7638, RFC 8037).
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + point + "\"}";
        Map<String, String> key = new LinkedHashMap<>();
        key.put("kty", "OKP");
        key.put("crv", "Ed25519");
        key.put("x", point);
        key.put(
                "kid",
                BASE64.encodeToString(ContentDigest.algorithm().digest(canonical.getBytes(StandardCharsets.US_ASCII))));
        return key;
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A statement is plain JSON", impossible);
        }
    }
}
