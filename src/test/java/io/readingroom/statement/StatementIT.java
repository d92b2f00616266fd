package io.readingroom.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.EmbeddedDatabase;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class StatementIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_statement_is_signed_by_the_key_that_it_names() throws Exception {
        JsonNode answer = statement();
        String[] jws = answer.path("jws").asText().split("\\.", -1);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key(answer.at("/key/x").asText()));
        verifier.update((jws[0] + "." + jws[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(verifier.verify(bytes(jws[2]))).isTrue();
        assertThat(JSON.readTree(bytes(jws[1]))).isEqualTo(answer.path("statement"));
        assertThat(JSON.readTree(bytes(jws[0])).path("kid")).isEqualTo(answer.at("/key/kid"));
        assertThat(statement().path("key")).isEqualTo(answer.path("key"));
    }

    @Test
    void it_lists_what_was_checked_with_its_result() throws Exception {
        Map<String, String> outcomes = outcomes(statement().path("statement"));

        assertThat(outcomes)
                .containsEntry("address-of-database", "passed")
                .containsEntry("allowed-ranges", "passed")
                .containsEntry("content-logging", "passed")
                .containsEntry("prompt-tracing", "passed")
                .containsEntry("remote-logging", "passed")
                .containsKeys("local-model", "log-levels")
                // Tests boot the service without its main class and with the driver's own sockets.
                .containsEntry("gate-of-the-framework", "failed")
                .containsEntry("gate-of-the-database", "failed");
    }

    @Test
    void a_library_that_becomes_talkative_breaks_it() throws Exception {
        // The first of the loggers, since the finding names a few only.
        Logger library = Logger.getLogger("a.library");
        library.setLevel(Level.FINEST);
        try {
            assertThat(finding("log-levels")).contains("a.library").contains("quarkus.log.level");
            assertThat(statement().at("/statement/holds").asBoolean(true)).isFalse();
        } finally {
            library.setLevel(Level.INFO);
        }
        assertThat(finding("log-levels")).doesNotContain("a.library");
    }

    private static String finding(String check) throws Exception {
        return StreamSupport.stream(statement().at("/statement/findings").spliterator(), false)
                .filter(finding -> finding.path("check").asText().equals(check))
                .map(finding -> finding.path("finding").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode statement() throws Exception {
        return JSON.readTree(given().get("/v1/privacy/statement")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Map<String, String> outcomes(JsonNode statement) {
        Map<String, String> outcomes = new TreeMap<>();
        StreamSupport.stream(statement.path("findings").spliterator(), false)
                .forEach(finding -> outcomes.put(
                        finding.path("check").asText(), finding.path("outcome").asText()));
        return outcomes;
    }

    /// The point is its y, little-endian, with the sign of x in the last bit (RFC 8032).
    private static PublicKey key(String x) throws Exception {
        byte[] point = bytes(x);
        boolean odd = (point[point.length - 1] & 0x80) != 0;
        point[point.length - 1] &= 0x7f;
        for (int i = 0; i < point.length / 2; i++) {
            byte swapped = point[i];
            point[i] = point[point.length - 1 - i];
            point[point.length - 1 - i] = swapped;
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, point))));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
