package io.readingroom.anchoring.bucket;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorSettings;
import io.readingroom.anchoring.AnchorSource;
import io.readingroom.anchoring.wire.Wires;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/// The bucket, where an address is named.
@ApplicationScoped
class BucketSource implements AnchorSource {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._/-]*");

    private final AnchorSettings.Bucket settings;
    private final Wires wires;
    private final Clock clock;

    BucketSource(AnchorSettings settings, Wires wires, Clock clock) {
        this.settings = settings.bucket();
        this.wires = wires;
        this.clock = clock;
    }

    @Override
    public Optional<Anchor> anchor() {
        return settings.address().map(this::bucket);
    }

    private Bucket bucket(URI address) {
        require(
                settings.name().filter(name -> NAME.matcher(name).matches()).isPresent(),
                "name is no name of a bucket");
        require(
                settings.prefix()
                        .filter(text -> !PREFIX.matcher(text).matches())
                        .isEmpty(),
                "prefix has other signs" + " than letters, digits, points, hyphens, underscores and slashes");
        require(
                settings.accessKeyFile().isPresent() && settings.secretKeyFile().isPresent(),
                "access-key-file or secret-key-file is missing");
        return new Bucket(wires.to(address, "bucket.address", settings.timeout(), settings.caFile()), settings, clock);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalStateException("reading-room.register.anchor.bucket." + otherwise);
        }
    }
}
