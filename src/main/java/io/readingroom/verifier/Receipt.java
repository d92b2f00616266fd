package io.readingroom.verifier;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.LogProof;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.entry.Entry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Verifies a receipt: that one entry, and its body where it is given, is in the log.
final class Receipt {

    private Receipt() {}

    /// @return whether it is verified
    /// @throws IOException when a file cannot be read
    static boolean verify(Arguments arguments, PrintStream out) throws IOException {
        byte[] entry = Files.readAllBytes(needed(arguments, "--entry"));
        List<NoteKey> keys = new ArrayList<>();
        arguments.all("--key").forEach(key -> keys.addAll(Keys.given(key)));
        if (keys.isEmpty()) {
            throw new UsageException("--key is missing: a receipt does not say whose it should be");
        }
        Optional<LogProof> proof = proof(arguments.file());
        Optional<Entry> said = Entry.parse(entry);
        String problem = problem(proof, entry, said, keys);
        Optional<String> body = arguments.one("--body");
        if (problem.isEmpty() && body.isPresent()) {
            byte[] bytes = Files.readAllBytes(Arguments.path(body.get()));
            problem = said.orElseThrow().isOf(bytes) ? "" : "the body is not the one that the entry has the digest of";
        }
        if (problem.isEmpty()) {
            print(proof.orElseThrow(), said.orElseThrow(), body.isPresent(), out);
        } else {
            out.println("NOT VERIFIED");
            out.println(problem);
        }
        return problem.isEmpty();
    }

    private static Optional<LogProof> proof(Path file) throws IOException {
        try {
            return LogProof.parse(BundleFile.utf8(Files.readAllBytes(file)));
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static String problem(Optional<LogProof> proof, byte[] entry, Optional<Entry> said, List<NoteKey> keys) {
        if (proof.isEmpty()) {
            return "the receipt is not in its form";
        }
        if (said.isEmpty()) {
            return "the entry is not in its form";
        }
        if (keys.stream().noneMatch(proof.get().checkpoint()::signedBy)) {
            return "the receipt's checkpoint is not signed by the log";
        }
        return keys.stream().anyMatch(key -> proof.get().proves(entry, key))
                ? ""
                : "the entry is not the one of the receipt: it does not lead to the root that the log signed";
    }

    private static void print(LogProof proof, Entry entry, boolean withBody, PrintStream out) {
        Checkpoint said = proof.checkpoint().asCheckpoint().orElseThrow();
        out.println("VERIFIED");
        out.println("Log: " + said.origin() + ", " + said.size() + " entries");
        out.println("Entry " + proof.index() + ": tenant " + entry.tenant() + ", sequence " + entry.sequence() + ", "
                + entry.time());
        out.println(withBody ? "The body is that of the entry." : "No body was given.");
    }

    private static Path needed(Arguments arguments, String option) {
        return Arguments.path(arguments.one(option).orElseThrow(() -> new UsageException(option + " is missing")));
    }
}
