package io.readingroom.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.readingroom.document.ProtectedText;
import jakarta.inject.Singleton;
import java.io.IOException;

/// Keeps protected text out of whatever the framework's own mapper writes: only [SealedJson] can write it.
@Singleton
final class PublicJsonGuard implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("protected-text").addSerializer(ProtectedText.class, new Refusing()));
    }

    private static final class Refusing extends JsonSerializer<ProtectedText> {
        @Override
        public void serialize(ProtectedText value, JsonGenerator json, SerializerProvider provider) throws IOException {
            throw JsonMappingException.from(json, "Protected text is written by SealedJson alone");
        }
    }
}
