package io.readingroom.reading.profile;

import io.quarkus.runtime.Startup;
import io.readingroom.document.ProfileNames;
import io.readingroom.document.RefusedException;
import io.readingroom.reading.Profile;
import io.readingroom.reading.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The profiles that documents can be read with: those that ship, and the operator's own. Made when the service starts,
/// so that a wrong file refuses the start.
@Startup
@ApplicationScoped
public class Profiles implements ProfileNames {

    /// The profile of a document that names none.
    public static final String DEFAULT = "general";

    /// A native executable cannot list the resources inside itself.
    private static final List<String> SHIPPED = List.of("general.yaml", "nda.yaml");

    private final Map<String, Profile> byName = new TreeMap<>();

    @Inject
    public Profiles(ReadingConfig config) {
        this(config.profilesDirectory());
    }

    /// @param directory the operator's folder
    /// @throws MalformedProfileException when a file is wrong
    public Profiles(Optional<Path> directory) {
        SHIPPED.forEach(file -> add(ProfileFile.parse(file, shipped(file))));
        directory.ifPresent(this::addAll);
    }

    /// The profile of this name.
    ///
    /// @throws RefusedException with [ProfileRefusal#UNKNOWN] when there is none
    public Profile named(String name) {
        Profile profile = byName.get(name);
        if (profile == null) {
            throw new RefusedException(ProfileRefusal.UNKNOWN);
        }
        return profile;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    private void add(Profile profile) {
        byName.put(profile.name(), profile);
    }

    private void addAll(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{yaml,yml}")) {
            List<Path> sorted = new ArrayList<>();
            files.forEach(sorted::add);
            Collections.sort(sorted);
            for (Path file : sorted) {
                add(ProfileFile.parse(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "reading-room.reading.profiles-directory cannot be read: " + directory, unreadable);
        }
    }

    private static byte[] shipped(String file) {
        try (InputStream content = Profiles.class.getResourceAsStream("/profiles/" + file)) {
            if (content == null) {
                throw new IllegalStateException("The profile " + file + " is missing from the program");
            }
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
