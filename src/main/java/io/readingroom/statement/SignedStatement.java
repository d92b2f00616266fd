package io.readingroom.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A statement and its signature.
///
/// @param statement for a reader
/// @param jws the same, signed (RFC 7515, compact, EdDSA by RFC 8037): its payload is what counts
/// @param key the public key (RFC 8037); its `kid` is its thumbprint (RFC 7638)
@RegisterForReflection
@Schema(name = "SignedPrivacyStatement", description = "A privacy statement and its signature.")
record SignedStatement(
        @Schema(description = "The statement, for a reader.")
        Statement statement,

        @Schema(
                description = "The same statement, signed: a compact JWS (RFC 7515) with EdDSA. Its payload is what"
                        + " counts.",
                examples = "eyJhbGciOiJFZERTQSJ9.eyJzZXJ2aWNlIjoicmVhZGluZy1yb29tIn0.c2ln")
        String jws,

        @Schema(
                description = "The public key as a JWK (RFC 8037). Compare its `kid` with the one that the service"
                        + " logs when it starts.")
        Map<String, String> key) {}
