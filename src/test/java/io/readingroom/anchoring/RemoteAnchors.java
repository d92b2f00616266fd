package io.readingroom.anchoring;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.readingroom.ScriptedServer;
import io.readingroom.anchoring.bucket.BucketFixture;
import io.readingroom.anchoring.bucket.ScriptedBucket;
import io.readingroom.anchoring.stamp.Authority;
import io.readingroom.anchoring.witness.ScriptedWitness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A witness, a time-stamp authority, a bucket and a folder, to which the service anchors often. A test
/// that names it as a resource gets it in a field of this type.
public final class RemoteAnchors implements QuarkusTestResourceLifecycleManager {

    private @Nullable ScriptedWitness witness;
    private @Nullable ScriptedServer authority;
    private @Nullable ScriptedBucket bucket;
    private @Nullable Path folder;
    private final Authority stamping = Authority.fresh();
    private Map<String, String> bucketSettings = Map.of();

    @Override
    public Map<String, String> start() {
        try {
            ScriptedWitness signs = new ScriptedWitness();
            ScriptedServer stamps = stamping.serve();
            ScriptedBucket keeps = new ScriptedBucket();
            Path place = Files.createTempDirectory("anchors");
            witness = signs;
            authority = stamps;
            bucket = keeps;
            folder = place;
            bucketSettings = BucketFixture.settings(keeps, place);
            Map<String, String> settings = new HashMap<>(bucketSettings);
            settings.put("bucket.pause", "PT0S");
            settings.put("witness.address", signs.address().toString());
            settings.put("witness.key", signs.key().text());
            settings.put("witness.pause", "PT0S");
            settings.put("time-stamp.address", stamps.address().toString());
            settings.put("time-stamp.trust-file", stamping.trusted(place).toString());
            settings.put("time-stamp.pause", "PT0S");
            settings.put("folder", folder().toString());
            settings.put("folder-pause", "PT0S");
            Map<String, String> all = new HashMap<>();
            settings.forEach((name, value) -> all.put("reading-room.register.anchor." + name, value));
            all.put("reading-room.register.checkpoint-interval", "PT0.2S");
            return all;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RemoteAnchors.class));
    }

    @Override
    public void stop() {
        if (witness != null && authority != null && bucket != null) {
            witness.close();
            authority.close();
            bucket.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    public ScriptedWitness witness() {
        return started(witness);
    }

    public ScriptedServer authority() {
        return started(authority);
    }

    /// Has everybody do as they should.
    public void mend() {
        witness().server().script(witness()::answer);
        authority().script(stamping::answer);
    }

    /// The bucket as the service uses it.
    public Anchor bucketAnchor() {
        return BucketFixture.anchor(bucketSettings);
    }

    public Path folder() {
        return started(folder).resolve("checkpoints");
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not started");
        }
        return part;
    }
}
