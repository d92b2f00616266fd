package io.readingroom.verifier;

import io.readingroom.tlog.bundle.BundleWriter;
import io.readingroom.verifier.GeneratedLog.Shape;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Measures how long verifying takes: each time in a process of its own, as it is used.
final class VerifierBenchmark {

    private static final int RUNS = 5;

    private VerifierBenchmark() {}

    /// Measures.
    ///
    /// @param args the jar of the verifier, and how many events
    public static void main(String... args) throws IOException, InterruptedException {
        int events = Integer.parseInt(args[1]);
        GeneratedLog log = all(events);
        Path bundle = Files.createTempFile("benchmark", ".zip");
        Path keys = Files.createTempFile("benchmark", ".vkey");
        try {
            long started = System.nanoTime();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bundle), 1 << 16)) {
                BundleWriter.write(log, out);
            }
            Files.writeString(keys, log.logKeys().getFirst().text());
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d events, bodies of %d bytes, bundle of %d MB written in %.1f s (with making the events)",
                    events,
                    log.body(1).length,
                    Files.size(bundle) >> 20,
                    seconds(started)));
            double[] runs = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
                runs[i] = run(args[0], bundle, keys);
                System.out.println(String.format(
                        Locale.ROOT, "run %d: %.2f s (load of the machine before: %.2f)", i + 1, runs[i], load));
            }
            Arrays.sort(runs);
            System.out.println(String.format(
                    Locale.ROOT,
                    "median of %d: %.2f s, from %.2f to %.2f, on %d cores, Java %s",
                    RUNS,
                    runs[RUNS / 2],
                    runs[0],
                    runs[RUNS - 1],
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version()));
        } finally {
            Files.delete(bundle);
            Files.delete(keys);
        }
    }

    private static GeneratedLog all(int events) {
        return new GeneratedLog(GeneratedLog.seed(true), new Shape(events, 100, 1, 5, 0, false));
    }

    private static double run(String jar, Path bundle, Path keys) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long started = System.nanoTime();
        Process process = new ProcessBuilder(
                        java, "-cp", jar, "io.readingroom.verifier.Verify", bundle.toString(), "--key", keys.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return seconds(started);
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
