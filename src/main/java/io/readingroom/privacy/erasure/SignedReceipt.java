package io.readingroom.privacy.erasure;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A receipt and its signature.
@RegisterForReflection
@Schema(name = "SignedErasureReceipt", description = "An erasure receipt and its signature.")
record SignedReceipt(
        @Schema(description = "The receipt, for a reader.") Receipt receipt,

        @Schema(
                description = "The same receipt, signed: a compact JWS (RFC 7515) with EdDSA, its `typ` is"
                        + " `erasure-receipt`. Its payload is what counts.",
                examples = "eyJhbGciOiJFZERTQSJ9.eyJkb2N1bWVudElkIjoiOGIwYyJ9.c2ln")
        String jws,

        @Schema(
                description =
                        "The public key as a JWK (RFC 8037), the one of privacy statements. Compare its `kid` with"
                                + " the one that the service logs when it starts.")
        Map<String, String> key) {}
