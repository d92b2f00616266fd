package io.readingroom.document;

import java.util.Optional;
import java.util.UUID;

/// The identity of a submitted document, a random UUID that says nothing about its content.
///
/// @param value the UUID
public record DocumentId(UUID value) {

    /// A fresh random identity.
    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    /// Reads an identity from its canonical text form; empty when the text is no UUID.
    public static Optional<DocumentId> parse(String text) {
        try {
            return Optional.of(new DocumentId(UUID.fromString(text)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
