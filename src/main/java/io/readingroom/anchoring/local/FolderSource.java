package io.readingroom.anchoring.local;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorSettings;
import io.readingroom.anchoring.AnchorSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/// The folder, where one is named.
@ApplicationScoped
class FolderSource implements AnchorSource {

    private final AnchorSettings settings;
    private final Clock clock;

    FolderSource(AnchorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Anchor> anchor() {
        return settings.folder().map(folder -> new FolderAnchor(folder, settings.folderPause(), clock));
    }
}
