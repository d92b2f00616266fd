package io.readingroom.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// The program that verifies the register. Runs as a role of the service's program, and by itself with nothing but the
/// JDK and the jar that this class is in.
public final class Verify {

    /// The first argument for verifying a bundle.
    public static final String ROLE = "verify";

    /// The first argument for verifying a receipt.
    public static final String RECEIPT_ROLE = "verify-receipt";

    /// The exit status when everything is as it should be.
    public static final int VERIFIED = 0;

    /// The exit status when something is not, a damaged file included.
    public static final int NOT_VERIFIED = 1;

    /// The exit status when nothing could be verified: wrong arguments, or a file that is not there.
    public static final int USAGE = 2;

    private static final String HOW = """
            verify BUNDLE [--key KEY]... [--anchored FILE]... [--witness KEY]... [--scope SCOPE] [--bodies-since TIME] [--json]
            verify-receipt PROOF --entry FILE [--body FILE] --key KEY

              KEY   a key (name+id+key) or a file with one on each line
              FILE  for --anchored: checkpoints kept elsewhere, a file or a folder, as notes or in log lines
              SCOPE what the bundle must hold: all, or "tenant NAME"
              TIME  from when on no body may be withheld, such as 2026-01-31T00:00:00Z

            Exits with 0 when verified, 1 when not, 2 when it could not be tried.""";

    private Verify() {}

    /// Verifies and ends the process.
    ///
    /// @param args a role and its arguments; without a role, those of `verify`
    public static void main(String... args) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(List.of(args), out, err);
        out.flush();
        System.exit(status);
    }

    /// Verifies.
    ///
    /// @return the exit status
    static int run(List<String> args, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            if (!args.isEmpty() && args.getFirst().equals(RECEIPT_ROLE)) {
                return receipt(args.subList(1, args.size()), out);
            }
            boolean named = !args.isEmpty() && args.getFirst().equals(ROLE);
            return bundle(named ? args.subList(1, args.size()) : args, out);
        } catch (UsageException wrong) {
            err.println(wrong.getMessage());
            err.println(HOW);
            return USAGE;
        } catch (IOException unreadable) {
            err.println("A file cannot be read: " + unreadable.getMessage());
            return USAGE;
        }
    }

    private static int bundle(List<String> args, PrintStream out) throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(
                args, Set.of("--key", "--anchored", "--witness", "--scope", "--bodies-since"), Set.of("--json"));
        Verdict verdict = Verification.of(Request.parse(arguments));
        if (arguments.has("--json")) {
            out.println(JsonReport.of(verdict));
        } else {
            TextReport.print(verdict, out);
        }
        return verdict.verified() ? VERIFIED : NOT_VERIFIED;
    }

    private static int receipt(List<String> args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args, Set.of("--key", "--entry", "--body"), Set.of());
        return Receipt.verify(arguments, out) ? VERIFIED : NOT_VERIFIED;
    }
}
