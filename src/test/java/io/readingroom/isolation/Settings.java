package io.readingroom.isolation;

import io.readingroom.demo.DatabaseServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What a packaged service needs to be told, as its environment.
final class Settings {

    private Settings() {}

    /// The settings of a service that keeps its files in `folder`; more can be added.
    static Map<String, String> of(DatabaseServer database, Path folder, URI model) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(Map.of(
                "READING_ROOM_PRIVACY_KEK_FILE",
                folder.resolve("kek").toString(),
                "READING_ROOM_PRIVACY_KEK_GENERATE",
                "true",
                "READING_ROOM_ACCESS_MODE",
                "development",
                "READING_ROOM_ACCESS_DEMONSTRATION",
                "true",
                "READING_ROOM_INFERENCE_BASE_URL",
                model.toString(),
                "READING_ROOM_INTAKE_WORK_FOLDER",
                folder.resolve("work").toString()));
        return settings;
    }
}
