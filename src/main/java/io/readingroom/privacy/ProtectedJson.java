package io.readingroom.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.ProtectedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Function;

/// The words of the answer: identities and digests as text, constants in lower case, times in ISO 8601, no nulls.
@ApplicationScoped
class ProtectedJson implements SealedJson {

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(travelling())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    @Override
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(withoutContent(failed));
        }
    }

    @Override
    public <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(withoutContent(failed));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Jackson's messages quote the JSON they stumble over.
    private static IOException withoutContent(JsonProcessingException failed) {
        return new IOException(failed.getClass().getSimpleName());
    }

    private static SimpleModule travelling() {
        SimpleModule module = new SimpleModule("travelling");
        asText(module, ProtectedText.class, ProtectedText::reveal, ProtectedText::of);
        asText(module, DocumentId.class, DocumentId::toString, text -> new DocumentId(UUID.fromString(text)));
        asText(
                module,
                ContentDigest.class,
                ContentDigest::toString,
                text -> new ContentDigest(text.substring(text.indexOf(':') + 1)));
        return module;
    }

    private static <T> void asText(
            SimpleModule module, Class<T> type, Function<T, String> toText, Function<String, T> ofText) {
        module.addSerializer(type, writer(toText));
        module.addDeserializer(type, reader(ofText));
    }

    private static <T> JsonSerializer<T> writer(Function<T, String> toText) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(toText.apply(value));
            }
        };
    }

    private static <T> JsonDeserializer<T> reader(Function<String, T> ofText) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return ofText.apply(json.getText());
            }
        };
    }
}
