package io.readingroom.inference;

import io.readingroom.document.TokenCounter;

/// The deployed model as the server describes it.
///
/// @param engine the kind of server, such as `ollama`
/// @param engineVersion the server's version
/// @param model the model's name
/// @param digest the digest of the model's manifest, as `sha256:…`
/// @param contextTokens the context that one prompt and its answer share: the least of what is configured, what the
///     server has allocated and the reliable context
/// @param counter counts as this model does
public record ModelCard(
        String engine, String engineVersion, String model, String digest, int contextTokens, TokenCounter counter) {}
