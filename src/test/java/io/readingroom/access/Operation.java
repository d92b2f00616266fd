package io.readingroom.access;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// An operation of the API, as the running service describes it.
///
/// @param answers the statuses that are described
/// @param security what it asks for, `[]` when it asks nobody
record Operation(String id, String method, String path, JsonNode body, Set<Integer> answers, String security) {

    /// All that are described.
    static List<Operation> all() {
        try {
            JsonNode paths = new ObjectMapper()
                    .readTree(given().accept("application/json").get("/openapi").asString())
                    .path("paths");
            List<Operation> operations = new ArrayList<>();
            for (var path : paths.properties()) {
                for (var method : path.getValue().properties()) {
                    operations.add(of(path.getKey(), method.getKey(), method.getValue()));
                }
            }
            return operations;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static Operation of(String path, String method, JsonNode described) {
        Set<Integer> answers = new TreeSet<>();
        described.path("responses").fieldNames().forEachRemaining(code -> answers.add(Integer.valueOf(code)));
        return new Operation(
                requireNonNull(described.path("operationId").textValue()),
                method.toUpperCase(Locale.ROOT),
                path,
                described.path("requestBody").path("content"),
                answers,
                described.path("security").toString());
    }

    /// Whether it is about one document.
    boolean isAboutADocument() {
        return path.contains("/documents/{id}");
    }

    /// Whether it is about one event of the register.
    boolean isAboutAnEvent() {
        return path.contains("/events/{index}");
    }

    /// Whether it is about one legal hold.
    boolean isAboutAHold() {
        return path.contains("/holds/{id}");
    }

    /// Whether it names one thing of a tenant's.
    boolean isAboutOneThing() {
        return isAboutADocument() || isAboutAnEvent() || isAboutAHold();
    }

    /// Whether it takes JSON.
    boolean takesJson() {
        return body.has("application/json");
    }

    /// Whether it takes a file.
    boolean takesForm() {
        return body.has("multipart/form-data");
    }
}
