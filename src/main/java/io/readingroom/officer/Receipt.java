package io.readingroom.officer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/// Saves what proves that an event stands in the register, as three files that the verifier takes.
final class Receipt {

    private static final String ENTRY = "extra ";

    private final RegisterClient client;
    private final String index;
    private final PrintStream out;

    Receipt(RegisterClient client, String index, PrintStream out) {
        this.client = client;
        this.index = index;
        this.out = out;
    }

    /// Saves the proof, the entry that it is about, and the body whose digest the entry has, if it is still there.
    ///
    /// @param base the files' names without their endings
    /// @return the exit status
    int save(Path base) throws InterruptedException {
        Path proofFile = ending(base, ".tlog-proof");
        Path entryFile = ending(base, ".entry");
        Path bodyFile = ending(base, ".json");
        SavedFile.check(proofFile);
        SavedFile.check(entryFile);
        SavedFile.check(bodyFile);
        byte[] proof = bytes("/proof");
        byte[] entry = entry(proof);
        SavedFile.write(proofFile, to -> to.write(proof));
        SavedFile.write(entryFile, to -> to.write(entry));
        out.println(proofFile);
        out.println(entryFile);
        byte[] body = bytes("/body");
        SavedFile.write(bodyFile, to -> to.write(body));
        out.println(bodyFile);
        return Officer.ANSWERED;
    }

    private byte[] bytes(String part) throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            client.copy("/v1/audit/events/" + RegisterClient.encoded(index) + part, Map.of(), bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory-unwritable", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] entry(byte[] proof) {
        try {
            return new String(proof, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(ENTRY))
                    .findFirst()
                    .map(line -> Base64.getDecoder().decode(line.substring(ENTRY.length())))
                    .orElseThrow(() -> OfficerException.unanswered("The receipt does not tell the entry."));
        } catch (IllegalArgumentException malformed) {
            throw OfficerException.unanswered("The receipt does not tell the entry.");
        }
    }

    private static Path ending(Path base, String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }
}
