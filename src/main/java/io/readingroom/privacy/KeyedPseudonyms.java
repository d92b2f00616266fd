package io.readingroom.privacy;

import io.readingroom.audit.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Pseudonyms for the register, by keyed digest.
@ApplicationScoped
class KeyedPseudonyms implements Pseudonyms {

    private static final int BYTES = 16;

    private final KeyedDigests digests;

    KeyedPseudonyms(KeyedDigests digests) {
        this.digests = digests;
    }

    @Override
    public String of(String actor) {
        return HexFormat.of().formatHex(digests.of("actor", actor.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }
}
