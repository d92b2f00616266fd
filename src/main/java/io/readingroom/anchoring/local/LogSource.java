package io.readingroom.anchoring.local;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorSettings;
import io.readingroom.anchoring.AnchorSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The service's log, unless it is switched off.
@ApplicationScoped
class LogSource implements AnchorSource {

    private final AnchorSettings settings;

    LogSource(AnchorSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Anchor> anchor() {
        return settings.log() ? Optional.of(new LogAnchor()) : Optional.empty();
    }
}
