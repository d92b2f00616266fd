package io.readingroom.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.demo.DatabaseServer;
import io.readingroom.demo.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged service and a real Keycloak, which `.ci/identity-provider` runs.
@Tag("identity-provider")
class KeycloakIT {

    private static final String KEYCLOAK = System.getenv("READING_ROOM_KEYCLOAK");
    private static final String PERSON = "grant_type=password&password=trial&username=";
    private static final String DOCUMENTS = "/v1/documents";

    private final DatabaseServer database = DatabaseServer.temporary();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        http.close();
        database.close();
    }

    @Test
    void persons_and_systems_get_in_as_their_realm_says() throws Exception {
        String ada = token("staff", PERSON + "ada");
        String archive = token("staff", "grant_type=client_credentials");
        try (ServiceProcess service = service(KEYCLOAK + "/realms/staff")) {
            HttpResponse<String> taken = upload(service, ada);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            assertThat(upload(service, archive).statusCode()).isEqualTo(202);
            String document = DOCUMENTS + "/"
                    + new ObjectMapper().readTree(taken.body()).path("id").asText();

            assertThat(status(service, ada, document + "/text")).isIn(200, 409);
            assertThat(status(service, archive, document)).isEqualTo(200);
            assertThat(status(service, archive, document + "/text")).isEqualTo(403);
            assertThat(status(service, token("staff", PERSON + "susan"), document + "/text"))
                    .isEqualTo(404);
            assertThat(status(service, token("staff", PERSON + "tim"), DOCUMENTS))
                    .isEqualTo(403);
            assertThat(status(service, token("guests", PERSON + "ada"), DOCUMENTS))
                    .isEqualTo(401);

            String otto = token("staff", PERSON + "otto");
            assertThat(get(service, otto, "/v1/audit/events?code=document.received&actor=client:archive")
                            .body())
                    .containsOnlyOnce("document.received");
        }
        assertThat(Files.readString(folder.resolve("service.log")))
                .contains("\"message\"")
                .doesNotContain(ada, archive, "archive");
    }

    private ServiceProcess service(String issuer) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(Map.of(
                "READING_ROOM_PRIVACY_KEK_FILE",
                folder.resolve("kek").toString(),
                "READING_ROOM_PRIVACY_KEK_GENERATE",
                "true",
                "READING_ROOM_ENGINE",
                "extractive",
                "READING_ROOM_INTAKE_WORK_FOLDER",
                folder.resolve("work").toString(),
                "READING_ROOM_ACCESS_ISSUER",
                issuer,
                "READING_ROOM_ACCESS_ROLES_CLAIM",
                "groups",
                "READING_ROOM_ACCESS_ROLES_READER",
                "judges"));
        return ServiceProcess.start(0, folder.resolve("service.log"), settings);
    }

    private String token(String realm, String grant) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(KEYCLOAK + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(grant + "&client_id=archive&client_secret=trial"))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        String token = new ObjectMapper().readTree(answer).path("access_token").asText();
        assertThat(token).as(answer).isNotEmpty();
        return token;
    }

    private int status(ServiceProcess service, String token, String path) throws IOException, InterruptedException {
        return get(service, token, path).statusCode();
    }

    private HttpResponse<String> get(ServiceProcess service, String token, String path)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(service.address().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(ServiceProcess service, String token) throws IOException, InterruptedException {
        String form = """
                --limit\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                \r
                The lease ends on May 20, 2014.\r
                --limit--\r
                """;
        return http.send(
                HttpRequest.newBuilder(service.address().resolve(DOCUMENTS))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(form.getBytes(UTF_8)))
                        .build(),
                BodyHandlers.ofString());
    }
}
