package io.readingroom;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.readingroom.egress.NettyGate;
import io.readingroom.extraction.server.ExtractorRole;
import io.readingroom.extraction.worker.ExtractionWorker;
import io.readingroom.officer.Officer;
import io.readingroom.verifier.Verify;
import java.io.IOException;

/// Starts the program in the role that its first argument names; without one it is the service.
@QuarkusMain
public final class ReadingRoom {

    private ReadingRoom() {}

    /// Runs the role. A worker comes up without the framework: it needs none, and it starts for every few
    /// documents. An extractor has no use for it either: what it does not have cannot be turned against it. The
    /// verifier trusts nothing but the JDK.
    ///
    /// @param args the role and its arguments
    /// @throws IOException when an extractor cannot listen
    public static void main(String... args) throws IOException, InterruptedException {
        switch (args.length == 0 ? "" : args[0]) {
            case ExtractionWorker.ROLE -> ExtractionWorker.run();
            case ExtractorRole.NAME -> ExtractorRole.run();
            case Verify.ROLE, Verify.RECEIPT_ROLE -> Verify.main(args);
            case Officer.ROLE -> Officer.main(args);
            default -> {
                NettyGate.open();
                Quarkus.run(args);
            }
        }
    }
}
