package io.readingroom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.verifier.GeneratedLog.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar of the packaged service verifies by itself: nothing else is on the class path.
class VerifierJarIT {

    private static final GeneratedLog LOG = new GeneratedLog(8, new Shape(600, 3, 2, 3, 0, false));

    @TempDir
    Path folder;

    @Test
    void the_jar_alone_verifies_and_refuses() throws Exception {
        Path keys = Files.write(
                folder.resolve("log.vkey"),
                LOG.logKeys().stream().map(key -> key.text()).toList());
        Path whole = Files.write(folder.resolve("whole.zip"), LOG.bundle());
        assertThat(run("-cp", jar(), Verify.class.getName(), whole.toString(), "--key", keys.toString()))
                .startsWith("0 VERIFIED");
        Forgery forgery = new Forgery(LOG);
        forgery.member("tile/1/000.p/2")[40] ^= 1;
        Path changed = Files.write(folder.resolve("changed.zip"), forgery.zip());
        assertThat(run("-cp", jar(), Verify.class.getName(), changed.toString(), "--key", keys.toString()))
                .startsWith("1 NOT VERIFIED")
                .contains("entries 256 to 511");
    }

    @Test
    void the_service_has_the_verifier_as_a_role() throws Exception {
        Path whole = Files.write(folder.resolve("whole.zip"), LOG.bundle());
        assertThat(run("-jar", "target/quarkus-app/quarkus-run.jar", Verify.ROLE, whole.toString()))
                .startsWith("0 VERIFIED");
    }

    private static String jar() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/quarkus-app/app"))) {
            List<Path> found = jars.toList();
            assertThat(found).hasSize(1);
            return found.getFirst().toString();
        }
    }

    private static String run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + said;
    }
}
