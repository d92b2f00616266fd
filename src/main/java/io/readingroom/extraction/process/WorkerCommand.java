package io.readingroom.extraction.process;

import io.quarkus.runtime.LaunchMode;
import io.readingroom.extraction.worker.ExtractionWorker;
import io.readingroom.extraction.worker.NoNetwork;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// How this very program is started once more, in the worker's role. No name from outside ever enters the
/// line.
///
/// @param executable the JVM, or the program itself where it is a native executable
/// @param program what follows the memory settings: the class path and the main class on a JVM, and the
///     role
/// @param jvm whether the executable is a JVM, whose start is worth keeping warm
record WorkerCommand(String executable, List<String> program, boolean jvm) {

    private static final String MAIN = "io.readingroom.ReadingRoom";

    /// Finds out how this process runs: native, from a packaged jar, in development, or from a class path.
    static WorkerCommand ofThisProgram() {
        if ("runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"))) {
            String executable = ProcessHandle.current().info().command().orElseThrow();
            return new WorkerCommand(executable, List.of(ExtractionWorker.ROLE), false);
        }
        String path = System.getProperty("java.class.path", "");
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return onClassPath(loadedFrom(), MAIN, ExtractionWorker.ROLE);
        }
        if (path.endsWith(".jar") && !path.contains(File.pathSeparator)) {
            String jar = Path.of(path).toAbsolutePath().toString();
            return new WorkerCommand(java(), List.of("-jar", jar, ExtractionWorker.ROLE), true);
        }
        return onClassPath(path, MAIN, ExtractionWorker.ROLE);
    }

    static WorkerCommand onClassPath(String path, String main, String... arguments) {
        List<String> program = new ArrayList<>(List.of("-cp", path, main));
        Collections.addAll(program, arguments);
        return new WorkerCommand(java(), List.copyOf(program), true);
    }

    /// The whole command line of a worker that may use `megabytes` of heap and writes to `folder` alone.
    List<String> line(long megabytes, Path folder) {
        List<String> line = new ArrayList<>(List.of(executable, "-Xmx" + megabytes + "m"));
        line.add("-Djava.io.tmpdir=" + folder);
        line.add("-Duser.home=" + folder);
        line.add("-Dpdfbox.fontcache=" + folder);
        line.add("-Djava.awt.headless=true");
        line.addAll(NoNetwork.PROPERTIES);
        if (jvm) {
            line.addAll(List.of(
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-CreateCoredumpOnCrash"));
        }
        line.addAll(program);
        return line;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// In development the class path is the tool's own; the loader knows where the program's classes lie.
    /// Every jar has a manifest.
    private static String loadedFrom() {
        Set<String> places = new LinkedHashSet<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            places.add(folderOf(Objects.requireNonNull(loader.getResource(MAIN.replace('.', '/') + ".class"))));
            for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                if (manifest.getProtocol().equals("jar")) {
                    String inside = manifest.getPath();
                    places.add(Path.of(new URI(inside.substring(0, inside.indexOf("!/"))))
                            .toString());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException("A class loader names its jars by URI", malformed);
        }
        return String.join(File.pathSeparator, places);
    }

    private static String folderOf(URL main) throws URISyntaxException {
        String file = Path.of(main.toURI()).toString();
        return file.substring(0, file.length() - MAIN.length() - ".class".length() - 1);
    }
}
