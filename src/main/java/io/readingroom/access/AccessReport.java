package io.readingroom.access;

import jakarta.enterprise.context.ApplicationScoped;

/// How callers are told apart in this process.
@ApplicationScoped
public class AccessReport {

    private final AccessSettings settings;

    AccessReport(AccessSettings settings) {
        this.settings = settings;
    }

    /// By whom callers are told apart.
    public enum Recognition {
        /// By an identity provider, or by client certificates.
        VERIFIED,
        /// By nobody, as a demonstration says of itself.
        DEMONSTRATION,
        /// By nobody, without a word why.
        EVERYBODY,
        /// By nobody, since none is named: no caller gets in.
        NOBODY
    }

    /// By whom callers are told apart.
    public Recognition recognition() {
        if (settings.mode() == AccessSettings.Mode.DEVELOPMENT) {
            return settings.demonstration() ? Recognition.DEMONSTRATION : Recognition.EVERYBODY;
        }
        boolean named =
                settings.issuer().isPresent() || !settings.certificates().isEmpty();
        return named ? Recognition.VERIFIED : Recognition.NOBODY;
    }
}
