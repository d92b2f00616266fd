package io.readingroom.officer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Asks a service over its public interface. It follows no redirection: the token would go where the service says.
final class RegisterClient implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /// Until an answer begins. An integrity report over years takes minutes.
    private static final Duration ANSWERING = Duration.ofMinutes(30);

    private static final int DECLINED_FROM = 300;
    private static final int LARGEST_PROBLEM = 1 << 16;
    private static final String PROBLEMS = "urn:reading-room:problem:";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Connection connection;
    private final HttpClient client;

    RegisterClient(Connection connection) {
        this.connection = connection;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING);
        if (connection.trust() != null) {
            builder.sslContext(connection.trust());
        }
        this.client = builder.build();
    }

    /// An answer in JSON.
    ///
    /// @throws OfficerException when there is none
    JsonNode json(String path, Map<String, String> query) throws InterruptedException {
        try (InputStream answer = get(path, query)) {
            return MAPPER.readTree(answer);
        } catch (JsonProcessingException malformed) {
            throw OfficerException.unanswered("The service answered with something that is no JSON.");
        } catch (IOException broken) {
            throw OfficerException.unanswered("The answer broke off.");
        }
    }

    /// Copies an answer as it comes.
    ///
    /// @throws OfficerException when there is none, or not all of it came
    void copy(String path, Map<String, String> query, OutputStream out) throws InterruptedException, IOException {
        try (InputStream answer = get(path, query)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = next(answer, buffer); read >= 0; read = next(answer, buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    private static int next(InputStream answer, byte[] buffer) {
        try {
            return answer.read(buffer);
        } catch (IOException broken) {
            throw OfficerException.unanswered("The answer broke off.");
        }
    }

    private InputStream get(String path, Map<String, String> query) throws InterruptedException {
        String parameters = query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(connection.server() + path + (parameters.isEmpty() ? "" : "?" + parameters)))
                .timeout(ANSWERING);
        if (connection.token() != null) {
            request.header("Authorization", "Bearer " + connection.token());
        }
        HttpResponse<InputStream> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            throw OfficerException.unanswered("The service cannot be reached at the address that --server names ("
                    + unreachable.getClass().getSimpleName() + ").");
        }
        if (response.statusCode() >= DECLINED_FROM) {
            throw declined(response);
        }
        return response.body();
    }

    /// The problem by its own sentence and word.
    private static OfficerException declined(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            JsonNode problem = MAPPER.readTree(body.readNBytes(LARGEST_PROBLEM));
            String type = problem.path("type").asText();
            if (type.startsWith(PROBLEMS)) {
                return OfficerException.declined(
                        problem.path("detail").asText() + " (" + type.substring(PROBLEMS.length()) + ")");
            }
        } catch (IOException none) {
            // Something between here and the service answered: only its status says something.
        }
        return OfficerException.declined("The answer has the status " + response.statusCode() + " and no problem.");
    }

    /// A word as a part of a path.
    static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
