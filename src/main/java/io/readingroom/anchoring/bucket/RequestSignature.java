package io.readingroom.anchoring.bucket;

import io.readingroom.tlog.TreeHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests to an object store: version 4 of Amazon's signatures, with all headers and the body.
///
/// @param region where the object store is, or says that it is
record RequestSignature(AccessKey key, String region) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY = "20130524".length();
    private static final String UNRESERVED = "-._~";

    /// What is signed of a request.
    ///
    /// @param path not encoded, with the slash at its begin
    /// @param query not encoded
    /// @param headers by their names in lower case, the host among them
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(
            String method, String path, SortedMap<String, String> query, Map<String, String> headers, byte[] body) {

        /// The path and the query as they go over the wire.
        String target() {
            return encoded(path, "/") + (query.isEmpty() ? "" : "?" + queryText());
        }

        private String queryText() {
            return query.entrySet().stream()
                    .map(pair -> encoded(pair.getKey(), "") + "=" + encoded(pair.getValue(), ""))
                    .collect(Collectors.joining("&"));
        }
    }

    /// The headers of a request with those that sign it.
    SortedMap<String, String> signed(Request request, Instant now) {
        String time = TIME.format(now);
        SortedMap<String, String> headers = new TreeMap<>(request.headers());
        headers.put("x-amz-date", time);
        headers.put("x-amz-content-sha256", hex(TreeHash.sha256(request.body())));
        String names = String.join(";", headers.keySet());
        String canonical = request.method() + "\n" + encoded(request.path(), "/") + "\n" + request.queryText() + "\n"
                + headers.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + headers.get("x-amz-content-sha256");
        String scope = time.substring(0, DAY) + "/" + region + "/s3/aws4_request";
        String text = ALGORITHM + "\n" + time + "\n" + scope + "\n" + hex(TreeHash.sha256(bytes(canonical)));
        byte[] signing = bytes("AWS4" + key.secret());
        for (String step : scope.split("/", -1)) {
            signing = hmac(signing, step);
        }
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + key.id() + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + hex(hmac(signing, text)));
        return headers;
    }

    /// A text in which every byte is encoded that is not unreserved (RFC 3986), or one of those to
    /// leave.
    private static String encoded(String text, String left) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : bytes(text)) {
            char c = (char) (each & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || (UNRESERVED + left).indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every platform has HmacSHA256", impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
