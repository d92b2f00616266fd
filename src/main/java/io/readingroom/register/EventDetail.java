package io.readingroom.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an event's body tells beside what stands in columns.
final class EventDetail {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private EventDetail() {}

    /// The detail of a body, as JSON.
    ///
    /// @throws UncheckedIOException when the body is no event; somebody changed it
    static String of(byte[] body) {
        try {
            JsonNode detail = MAPPER.readTree(body).get("detail");
            return detail == null ? "{}" : MAPPER.writeValueAsString(detail);
        } catch (IOException malformed) {
            throw new UncheckedIOException("audit-body-damaged", malformed);
        }
    }

    /// A word of a detail; empty when it has none of this name.
    static Optional<String> word(String detail, String name) {
        try {
            return Optional.ofNullable(MAPPER.readTree(detail).get(name)).map(JsonNode::asText);
        } catch (IOException malformed) {
            throw new UncheckedIOException("audit-body-damaged", malformed);
        }
    }

    /// What a body says in words, by name.
    static Map<String, String> words(byte[] body) {
        try {
            Map<String, String> words = new HashMap<>();
            JsonNode told = MAPPER.readTree(body);
            told.properties()
                    .forEach(field -> words.put(field.getKey(), field.getValue().asText()));
            JsonNode detail = told.path("detail");
            detail.properties()
                    .forEach(field -> words.put(
                            "detail." + field.getKey(), field.getValue().asText()));
            return words;
        } catch (IOException malformed) {
            throw new UncheckedIOException("audit-body-damaged", malformed);
        }
    }
}
