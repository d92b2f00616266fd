package io.readingroom.anchoring.bucket;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorFixture;
import io.readingroom.anchoring.wire.TestWires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// Buckets for tests.
public final class BucketFixture {

    private BucketFixture() {}

    /// The settings for the bucket of a server, whose key is written into a folder.
    public static Map<String, String> settings(ScriptedBucket server, Path folder) throws IOException {
        return settings((BucketServer) server, folder);
    }

    static Map<String, String> settings(BucketServer server, Path folder) throws IOException {
        return Map.of(
                "bucket.address",
                server.address().toString(),
                "bucket.name",
                BucketServer.BUCKET,
                "bucket.access-key-file",
                Files.writeString(folder.resolve("access"), BucketServer.ACCESS_KEY + "\n")
                        .toString(),
                "bucket.secret-key-file",
                Files.writeString(folder.resolve("secret"), BucketServer.SECRET_KEY + "\n")
                        .toString());
    }

    /// The anchor by these settings.
    public static Anchor anchor(Map<String, String> settings) {
        return new BucketSource(AnchorFixture.settings(settings), TestWires.wires(), Clock.systemUTC())
                .anchor()
                .orElseThrow();
    }
}
