package io.readingroom.anchoring.bucket;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// Versity's gateway, started by the program in the folder that `READING_ROOM_TEST_ANCHORS` names.
final class RealBucket implements BucketServer {

    private final Process process;
    private final URI address;

    private RealBucket(Process process) throws IOException {
        this.process = process;
        BufferedReader said = process.inputReader();
        String line = String.valueOf(said.readLine());
        while (!line.startsWith("http") && process.isAlive()) {
            line = String.valueOf(said.readLine());
        }
        address = URI.create(line);
    }

    static RealBucket start(String programs) throws IOException {
        return new RealBucket(new ProcessBuilder(Path.of(programs, "bucket").toString(), ACCESS_KEY, SECRET_KEY, BUCKET)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
