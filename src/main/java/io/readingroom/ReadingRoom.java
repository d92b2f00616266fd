package io.readingroom;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.readingroom.extraction.worker.ExtractionWorker;

/// Starts the program in the role that its first argument names; without one it is the service.
@QuarkusMain
public final class ReadingRoom {

    private ReadingRoom() {}

    /// Runs the role. A worker comes up without the framework: it needs none, and it starts for every few
    /// documents.
    ///
    /// @param args the role and its arguments
    public static void main(String... args) {
        if (args.length > 0 && args[0].equals(ExtractionWorker.ROLE)) {
            ExtractionWorker.run();
        } else {
            Quarkus.run(args);
        }
    }
}
