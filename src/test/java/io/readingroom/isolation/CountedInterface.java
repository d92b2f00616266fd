package io.readingroom.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The only way out of a network namespace, whose packets the kernel counts. `.ci/isolation` makes one.
///
/// @param name the interface's name
record CountedInterface(String name) {

    private static final Path COUNTERS = Path.of("/proc/self/net/dev");
    private static final int SENT_PACKETS = 9;

    /// The interface that this run was given, if it runs in such a namespace.
    static Optional<CountedInterface> given() {
        return Optional.ofNullable(System.getenv("READING_ROOM_COUNTED_INTERFACE"))
                .map(CountedInterface::new);
    }

    /// How many packets were sent through it since it came up.
    long sent() throws IOException {
        return Files.readAllLines(COUNTERS).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(name.length() + 1).strip().split("\\s+")[SENT_PACKETS - 1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no interface " + name));
    }

    /// Waits until the kernel's own greetings to a fresh network are over.
    void settle() throws IOException, InterruptedException {
        long before = -1;
        for (long now = sent(); now != before; now = sent()) {
            before = now;
            TimeUnit.SECONDS.sleep(2);
        }
    }
}
