package io.readingroom.audit;

import io.readingroom.document.ContentDigest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who read, and by which questions.
///
/// @param engine the kind of reader
/// @param model the model's name
/// @param modelDigest the model's digest
/// @param templates the digest of each prompt template, by its name
public record ReadBy(String engine, String model, String modelDigest, Map<String, ContentDigest> templates) {

    /// The templates are taken over as they are now.
    public ReadBy {
        templates = Collections.unmodifiableMap(new TreeMap<>(templates));
    }

    /// The digest of all templates together: of their lines of name, space and digest, sorted by name.
    ContentDigest templateSet() {
        String lines = templates.entrySet().stream()
                .map(template -> template.getKey() + " " + template.getValue() + "\n")
                .collect(Collectors.joining());
        return ContentDigest.of(lines.getBytes(StandardCharsets.UTF_8));
    }
}
