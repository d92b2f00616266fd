package io.readingroom.anchoring.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.anchoring.bucket.RequestSignature.Request;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The examples that Amazon publishes for version 4 of its signatures, with the key that they all use.
class RequestSignatureTest {

    private static final Instant TIME = Instant.parse("2013-05-24T00:00:00Z");
    private static final AccessKey KEY =
            new AccessKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    private static final String HOST = "examplebucket.s3.amazonaws.com";

    @Test
    void a_get_with_a_header_is_signed_as_in_the_example() {
        assertSigned(
                request("GET", "/test.txt", Map.of(), Map.of("range", "bytes=0-9"), ""),
                "host;range;x-amz-content-sha256;x-amz-date",
                "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void a_put_whose_name_has_to_be_encoded_is_signed_as_in_the_example() {
        Request put = request(
                "PUT",
                "/test$file.text",
                Map.of(),
                Map.of("date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY"),
                "Welcome to Amazon S3.");
        assertThat(put.target()).isEqualTo("/test%24file.text");
        assertSigned(
                put,
                "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
                "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void a_query_is_signed_as_in_the_examples() {
        assertSigned(
                request("GET", "/", Map.of("lifecycle", ""), Map.of(), ""),
                "host;x-amz-content-sha256;x-amz-date",
                "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        Request listing = request("GET", "/", Map.of("prefix", "J", "max-keys", "2"), Map.of(), "");
        assertThat(listing.target()).isEqualTo("/?max-keys=2&prefix=J");
        assertSigned(
                listing,
                "host;x-amz-content-sha256;x-amz-date",
                "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void a_key_does_not_show_its_secret() {
        assertThat(KEY.toString()).contains(KEY.id()).doesNotContain(KEY.secret());
    }

    private static void assertSigned(Request request, String headers, String signature) {
        assertThat(new RequestSignature(KEY, "us-east-1").signed(request, TIME))
                .containsEntry("x-amz-date", "20130524T000000Z")
                .containsEntry(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders="
                                + headers + ",Signature=" + signature);
    }

    private static Request request(
            String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("host", HOST);
        return new Request(method, path, new TreeMap<>(query), all, body.getBytes(UTF_8));
    }
}
