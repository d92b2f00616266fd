package io.readingroom.replicas;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// Measures how much faster two replicas read than one, on a scripted model server with slots to spare:
/// a benchmark, not a test. Prints the median of three runs each, taken in turn.
public final class Throughput {

    private static final int RUNS = 3;
    private static final int WARM_UP = 20;
    private static final int DOCUMENTS = 60;
    private static final int PERMITS = 8;
    private static final Duration ANSWER = Duration.ofMillis(400);

    private Throughput() {}

    public static void main(String... args) throws Exception {
        double[] one = new double[RUNS];
        double[] two = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            one[run] = documentsPerSecond(1);
            two[run] = documentsPerSecond(2);
            System.out.printf("run %d: one replica %.2f documents/s, two %.2f%n", run + 1, one[run], two[run]);
        }
        System.out.printf("median: %.2f and %.2f, ratio %.2f%n", median(one), median(two), median(two) / median(one));
    }

    private static double documentsPerSecond(int count) throws Exception {
        Path folder = Files.createTempDirectory("throughput");
        try (Replicas replicas = Replicas.start(folder, count, PERMITS, ANSWER)) {
            read(replicas, 1, WARM_UP);
            long start = System.nanoTime();
            read(replicas, WARM_UP + 1, WARM_UP + DOCUMENTS);
            return DOCUMENTS / (Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
        }
    }

    private static void read(Replicas replicas, int from, int to) throws Exception {
        for (int number = from; number <= to; number++) {
            replicas.upload(number);
        }
        replicas.awaitEnded(to);
    }

    private static double median(double... values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
