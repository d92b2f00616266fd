package io.readingroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Which model of a local Ollama the demonstration reads with: a Gemma 4 first, then another Gemma, then any other
/// model that can chat. Models that run elsewhere are never taken.
///
/// @param server where the Ollama listens
/// @param model the name of the model
/// @param reason one sentence that says why
record ModelChoice(URI server, String model, String reason) {

    /// Looks at an Ollama; empty when none answers or it holds no local model.
    static Optional<ModelChoice> at(URI server) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/tags"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            JsonNode tags = new ObjectMapper()
                    .readTree(client.send(request, BodyHandlers.ofByteArray()).body());
            return best(StreamSupport.stream(tags.path("models").spliterator(), false)
                            .filter(model -> model.path("remote_host").asText().isEmpty())
                            .map(model -> model.path("name").asText())
                            .toList())
                    .map(name -> new ModelChoice(server, name, reason(name)));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /// The best of these models by name.
    static Optional<String> best(List<String> names) {
        return names.stream()
                .filter(name -> !name.isEmpty() && rank(name) < 9)
                .min(Comparator.comparingInt(ModelChoice::rank).thenComparing(Comparator.naturalOrder()));
    }

    private static int rank(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.endsWith("-cloud") || folded.endsWith(":cloud") || folded.contains("embed")) {
            return 9;
        }
        if (folded.startsWith("gemma4")) {
            return 0;
        }
        // A base model of 270 million parameters continues texts and follows no instruction.
        return folded.startsWith("gemma") && !folded.contains("270m") ? 1 : folded.contains("270m") ? 3 : 2;
    }

    private static String reason(String name) {
        return switch (rank(name)) {
            case 0 -> "a Gemma 4 is there";
            case 1 -> "no Gemma 4 is there, but another Gemma";
            default -> "no Gemma that follows instructions is there";
        };
    }
}
