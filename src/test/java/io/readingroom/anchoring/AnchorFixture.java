package io.readingroom.anchoring;

import io.readingroom.reading.TestConfig;
import java.util.HashMap;
import java.util.Map;

/// Settings of anchors for tests.
public final class AnchorFixture {

    private AnchorFixture() {}

    /// The settings, named without what they all begin with.
    public static AnchorSettings settings(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        settings.forEach((name, value) -> all.put("reading-room.register.anchor." + name, value));
        return TestConfig.mapped(AnchorSettings.class, all);
    }
}
