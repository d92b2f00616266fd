package io.readingroom.access;

import jakarta.enterprise.context.ApplicationScoped;

/// Takes every caller for the one that is configured.
@ApplicationScoped
class DevelopmentIdentity implements CallerIdentity {

    private static final String SERVICE = "reading-room";

    private final AccessSettings settings;

    DevelopmentIdentity(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public Caller current() {
        String actor = CurrentRequest.identity()
                .map(request -> settings.developmentCaller())
                .orElse(SERVICE);
        return new Caller(actor, settings.tenant());
    }
}
