package io.readingroom.privacy.keys;

import io.readingroom.document.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys of a file or a variable: the first wraps, those behind it are older, and the next one is not
/// used to wrap yet.
///
/// @param keys the newest first
/// @param next keys that other replicas may wrap by already
record KeyRing(List<KeyWrapping> keys, List<KeyWrapping> next) {

    /// The ring that the settings name; empty when they name none.
    ///
    /// @throws IllegalStateException when what they name holds no key
    static Optional<KeyRing> read(KeySettings.Kek settings, Map<String, String> environment) {
        List<KeyWrapping> next = settings.next()
                .map(file -> parse(
                        "file of reading-room.privacy.kek.next",
                        KeyFile.read("reading-room.privacy.kek.next", file, false)))
                .orElse(List.of());
        if (settings.file().isPresent()) {
            String text = KeyFile.read(
                    "reading-room.privacy.kek.file", settings.file().get(), settings.generate());
            return Optional.of(new KeyRing(parse("file of reading-room.privacy.kek.file", text), next));
        }
        String variable = settings.environmentVariable();
        return Optional.ofNullable(environment.get(variable))
                .map(text -> new KeyRing(parse("environment variable " + variable, text), next));
    }

    KeyWrapping newest() {
        return keys.getFirst();
    }

    Optional<KeyWrapping> named(String id) {
        List<KeyWrapping> all = new ArrayList<>(keys);
        all.addAll(next);
        return all.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    boolean outdated(String id) {
        return keys.stream().skip(1).anyMatch(key -> key.id().equals(id));
    }

    byte[] unwrap(WrappedKey wrapped, byte[] context) {
        return named(wrapped.kekId())
                .orElseThrow(() -> new RefusedException(KeyRefusal.UNAVAILABLE))
                .unwrap(wrapped.bytes(), context);
    }

    private static List<KeyWrapping> parse(String source, String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .map(word -> KeyWrapping.parse(source, word))
                .toList();
    }
}
