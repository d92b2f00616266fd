package io.readingroom.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a verified token says.
final class Claims {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode claims;

    private Claims(JsonNode claims) {
        this.claims = claims;
    }

    /// The claims of a token (RFC 7519) whose signature was verified.
    static Claims ofToken(String token) {
        try {
            return new Claims(MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1])));
        } catch (IOException impossible) {
            throw new IllegalStateException("A verified token has claims");
        }
    }

    /// The claims that a JSON object holds.
    static Claims ofJson(String json) throws JsonProcessingException {
        return new Claims(MAPPER.readTree(json));
    }

    /// A stable name of whom the token was given to: of the person, or of the system that asked on nobody's behalf.
    /// Empty when it says neither.
    Optional<String> actor() {
        Optional<String> subject = text("sub");
        Optional<String> client = text("client_id").or(() -> text("azp")).or(() -> text("appid"));
        if (client.isPresent() && (subject.isEmpty() || actsForItself(subject.get(), client.get()))) {
            return Optional.of("client:" + client.get());
        }
        return subject.map(name -> "user:" + name);
    }

    /// Whether the client got the token by its own credentials: by RFC 9068 it is its own subject, and two widespread
    /// identity providers say it in words of their own.
    private boolean actsForItself(String subject, String client) {
        String account = "service-account-" + client.toLowerCase(Locale.ROOT);
        return subject.equals(client)
                || text("idtyp").filter("app"::equals).isPresent()
                || text("preferred_username").filter(account::equals).isPresent();
    }

    /// The words of a claim, be it a list or words separated by spaces.
    Set<String> words(String path) {
        Set<String> words = new LinkedHashSet<>();
        JsonNode value = at(path);
        if (value.isArray()) {
            value.forEach(word -> words.add(word.asText()));
        } else if (value.isTextual()) {
            words.addAll(List.of(value.textValue().split(" +")));
        }
        return words;
    }

    /// The one word that a claim holds; empty when there is none, or more than one.
    Optional<String> word(String path) {
        JsonNode value = at(path);
        JsonNode only = value.isArray() && value.size() == 1 ? value.get(0) : value;
        return text(only);
    }

    private Optional<String> text(String name) {
        return text(claims.path(name));
    }

    private static Optional<String> text(JsonNode value) {
        @Nullable String text = value.textValue();
        return Optional.ofNullable(text).filter(word -> !word.isBlank());
    }

    /// A claim by its name, which may hold slashes, or by the path to it.
    private JsonNode at(String path) {
        if (claims.has(path)) {
            return claims.path(path);
        }
        JsonNode place = claims;
        for (String step : path.split("/", -1)) {
            place = place.path(step);
        }
        return place;
    }
}
