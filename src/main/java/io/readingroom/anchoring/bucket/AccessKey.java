package io.readingroom.anchoring.bucket;

import io.readingroom.anchoring.AnchorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// By what the object store knows the service.
///
/// @param id what requests name
/// @param secret what they are signed with
record AccessKey(String id, String secret) {

    /// The key of two files, read anew for each request, so that it can be exchanged while the service
    /// runs.
    ///
    /// @throws AnchorException when one of them holds no key
    static AccessKey read(Path id, Path secret) {
        return new AccessKey(word(id), word(secret));
    }

    private static String word(Path file) {
        try {
            String word = Files.readString(file).strip();
            if (!word.isEmpty() && word.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return word;
            }
        } catch (IOException unreadable) {
            // Told below, without the name of the file.
        }
        throw new AnchorException("anchor-key-unreadable");
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
