package io.readingroom.privacy;

import io.readingroom.audit.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Pseudonyms for the register, by keyed digest, with a key for each tenant.
@ApplicationScoped
class KeyedPseudonyms implements Pseudonyms {

    private static final int BYTES = 16;

    private final KeyedDigests digests;

    KeyedPseudonyms(KeyedDigests digests) {
        this.digests = digests;
    }

    @Override
    public String of(String tenant, String actor) {
        byte[] digest = digests.ofTenant(tenant, "actor", actor.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
