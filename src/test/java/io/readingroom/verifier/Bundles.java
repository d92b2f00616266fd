package io.readingroom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Verifies bundles for tests of other rooms.
public final class Bundles {

    private Bundles() {}

    /// The exit status and what is said.
    public static String verified(Path bundle, String... options) throws InterruptedException {
        List<String> args = new ArrayList<>(List.of("verify", bundle.toString()));
        args.addAll(List.of(options));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        return Verify.run(args, out, out) + " " + said.toString(UTF_8);
    }
}
