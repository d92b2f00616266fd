package io.readingroom.egress;

import java.util.Locale;

/// What the service opens connections for. There is nothing else.
public enum Purpose {
    /// The model server that reads the documents.
    MODEL_SERVER,
    /// PostgreSQL, which keeps them sealed.
    DATABASE,
    /// The extractor on the network, where it is a deployment of its own.
    EXTRACTOR,
    /// The collector of traces.
    TELEMETRY,
    /// The identity provider, whose public keys verify callers' tokens.
    IDENTITY_PROVIDER,
    /// The key service, which wraps the documents' keys.
    KEY_SERVICE,
    /// The places outside that keep, or vouch for, the register's checkpoints.
    ANCHOR;

    /// The stable word for it, as in `reading-room.egress.model-server`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
