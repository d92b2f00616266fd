package io.readingroom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// What the repository tells a native executable, and what lies on the class path.
///
/// @param types the entries of reflection, by type
/// @param globs the patterns of resources
record NativeMetadata(Map<String, JsonNode> types, Set<String> globs) {

    static final Path FOLDER = Path.of("src/main/resources/META-INF/native-image/io.readingroom");

    /// All files of metadata of the project.
    static NativeMetadata read() {
        Map<String, JsonNode> types = new TreeMap<>();
        Set<String> globs = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(file -> file.endsWith("reachability-metadata.json"))
                    .toList()) {
                JsonNode metadata = new ObjectMapper().readTree(file.toFile());
                metadata.path("reflection")
                        .forEach(entry -> types.put(entry.path("type").asText(), entry));
                metadata.path("resources")
                        .forEach(entry -> globs.add(entry.path("glob").asText()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new NativeMetadata(types, globs);
    }

    boolean hasResource(String name) {
        return any(globs, name);
    }

    static boolean any(Collection<String> globs, String name) {
        return globs.stream().anyMatch(glob -> matches(glob, name));
    }

    /// Whether a pattern of native-image means a resource: `*` stays within a folder, `**` does not.
    static boolean matches(String glob, String name) {
        String expression = Pattern.quote(glob)
                .replace("**", "\\E.\u0000\\Q")
                .replace("*", "\\E[^/]\u0000\\Q")
                .replace('\u0000', '*');
        return name.matches(expression);
    }

    /// The names of all that is no class, by the jar or folder of the class path that it is in; tests' own are left
    /// out.
    static Map<String, List<String>> resources() {
        Map<String, List<String>> resources = new TreeMap<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!place.endsWith("test-classes") && !place.endsWith("-tests.jar") && Files.exists(Path.of(place))) {
                List<String> names = namesIn(Path.of(place)).stream()
                        .filter(name -> !name.endsWith(".class"))
                        .toList();
                resources.put(Path.of(place).getFileName().toString(), names);
            }
        }
        return resources;
    }

    /// All entries of a jar or files of a folder.
    static List<String> namesIn(Path place) {
        try {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    return files.filter(Files::isRegularFile)
                            .map(file -> place.relativize(file).toString())
                            .toList();
                }
            }
            List<String> names = new ArrayList<>();
            try (JarFile jar = new JarFile(place.toFile())) {
                jar.stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(ZipEntry::getName)
                        .forEach(names::add);
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Where a class was loaded from.
    static Path placeOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
