package io.readingroom.verifier;

import static io.readingroom.verifier.Finding.inFile;

import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.bundle.BundleLayout;
import io.readingroom.tlog.bundle.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/// Verifies one bundle.
final class Verification {

    private static final int LONGEST_TEXT = 1 << 20;

    private final Request request;
    private final BundleFile bundle;
    private final Findings findings = new Findings();
    private List<NoteKey> keys;
    private long checkpoints;
    private long anchored;
    private final Map<String, Long> witnesses = new TreeMap<>();

    private Verification(Request request, BundleFile bundle) {
        this.request = request;
        this.bundle = bundle;
        this.keys = request.keys();
    }

    /// What is to be said of the bundle that the request names.
    ///
    /// @throws IOException when the file cannot be closed
    static Verdict of(Request request) throws IOException, InterruptedException {
        try (BundleFile bundle = BundleFile.open(request.bundle())) {
            return new Verification(request, bundle).verdict();
        } catch (ZipException damaged) {
            Findings findings = new Findings();
            findings.add(inFile(Flaw.DAMAGED, "", "it is not a ZIP file, or a damaged one: " + damaged.getMessage()));
            return verdict(
                    findings, Optional.empty(), List.of(), !request.keys().isEmpty());
        }
    }

    private static Verdict verdict(Findings findings, Optional<Scope> scope, List<String> keys, boolean keysGiven) {
        return new Verdict(Optional.empty(), scope, keys, keysGiven, 0, 0, 0, Map.of(), 0, 0, Map.of(), findings);
    }

    private Verdict verdict() throws InterruptedException {
        Optional<Scope> scope = scope();
        List<NoteKey> own = text(BundleLayout.KEYS).flatMap(this::own).orElse(List.of());
        keys = request.keys().isEmpty() ? own : request.keys();
        List<String> names = keys.stream().map(NoteKey::name).toList();
        List<Claim> claims = new ArrayList<>();
        Optional<Claim> newest = newest(claims);
        if (newest.isEmpty()) {
            return verdict(findings, scope, names, !request.keys().isEmpty());
        }
        new FileList(bundle.names(), new BundleLayout(newest.get().size())).check(findings);
        collect(claims);
        LogPass pass = pass(newest.get(), claims, scope.orElse(Scope.all()));
        vouch(pass.agreed());
        return new Verdict(
                newest,
                scope,
                names,
                !request.keys().isEmpty(),
                checkpoints,
                bundle.names().stream()
                        .filter(name -> name.endsWith(BundleLayout.REPLY))
                        .count(),
                anchored,
                witnesses,
                pass.sequences().entries(),
                pass.sequences().bodies(),
                pass.sequences().tenants(),
                findings);
    }

    private Optional<Scope> scope() {
        Optional<String> text = text(BundleLayout.SCOPE);
        Optional<Scope> scope = text.filter(line -> line.endsWith("\n"))
                .flatMap(line -> Scope.parse(line.substring(0, line.length() - 1)));
        if (text.isPresent() && scope.isEmpty()) {
            findings.add(inFile(Flaw.FILE_MALFORMED, BundleLayout.SCOPE, "it says no scope"));
        }
        if (request.scope().isPresent() && !request.scope().equals(scope)) {
            findings.add(inFile(
                    Flaw.SCOPE,
                    BundleLayout.SCOPE,
                    "the bundle does not claim to hold \""
                            + request.scope().get().line() + "\""));
        }
        return scope;
    }

    private Optional<List<NoteKey>> own(String text) {
        Optional<List<NoteKey>> own = Keys.lines(text)
                .filter(all -> all.stream()
                        .map(key -> key.text() + "\n")
                        .collect(Collectors.joining())
                        .equals(text));
        if (own.isEmpty()) {
            findings.add(inFile(Flaw.FILE_MALFORMED, BundleLayout.KEYS, "a line of it is not a key"));
        }
        return own;
    }

    private Optional<Claim> newest(List<Claim> claims) {
        Optional<SignedNote> note = text(BundleLayout.CHECKPOINT).flatMap(this::note);
        if (note.isEmpty()) {
            findings.addAll(Notary.malformed(BundleLayout.CHECKPOINT).findings());
            return Optional.empty();
        }
        return keep(notary().judge(BundleLayout.CHECKPOINT, false, note.get()), claims);
    }

    /// The other checkpoints of the bundle, and those kept outside.
    private void collect(List<Claim> claims) {
        List<String> names = bundle.names().stream()
                .filter(name -> name.startsWith(BundleLayout.CHECKPOINTS) || name.startsWith(BundleLayout.TIMESTAMPS))
                .filter(name -> !name.endsWith(BundleLayout.REPLY))
                .toList();
        names.parallelStream().map(this::judge).toList().forEach(judged -> keep(judged, claims));
        checkpoints = claims.size();
        for (Anchors.Found found : request.anchors()) {
            if (found.unread() > 0) {
                findings.add(inFile(
                        Flaw.FILE_MALFORMED,
                        found.file(),
                        "it holds " + found.unread() + " notes that cannot be read"));
            }
            found.notes().parallelStream()
                    .map(note -> notary().judge(found.file(), true, note))
                    .toList()
                    .forEach(judged -> keep(judged, claims));
        }
        anchored = claims.size() - checkpoints;
    }

    private Notary.Judged judge(String name) {
        try {
            Optional<SignedNote> note = bundle.text(name, LONGEST_TEXT).flatMap(this::note);
            Notary.Judged judged = note.isEmpty() ? Notary.malformed(name) : notary().judge(name, false, note.get());
            boolean named = judged.claim()
                    .filter(claim -> name.substring(name.indexOf('/') + 1)
                            .equals(claim.origin().epoch() + "/" + claim.size()))
                    .isPresent();
            return judged.claim().isPresent() && !named
                    ? new Notary.Judged(
                            Optional.empty(),
                            List.of(inFile(Flaw.FILE_MALFORMED, name, "the checkpoint in it is not that of its name")))
                    : judged;
        } catch (IOException unreadable) {
            return new Notary.Judged(
                    Optional.empty(),
                    List.of(inFile(Flaw.DAMAGED, name, "it cannot be read: " + unreadable.getMessage())));
        }
    }

    private Notary notary() {
        return new Notary(keys, request.witnesses());
    }

    private Optional<SignedNote> note(String text) {
        return SignedNote.parse(text);
    }

    private Optional<Claim> keep(Notary.Judged judged, List<Claim> claims) {
        findings.addAll(judged.findings());
        judged.claim().ifPresent(claims::add);
        return judged.claim();
    }

    private LogPass pass(Claim newest, List<Claim> claims, Scope scope) throws InterruptedException {
        List<Claim> within = claims.stream()
                .filter(claim -> claim.size() <= newest.size())
                .sorted(Comparator.comparingLong(Claim::size))
                .toList();
        LogPass pass = new LogPass(bundle, new BundleLayout(newest.size()), within, findings);
        pass.run(scope, request.bodiesSince());
        History history = new History(newest, pass.agreed(), findings);
        claims.forEach(history::belongs);
        pass.disagreed().forEach(history::differs);
        claims.stream().filter(claim -> claim.size() > newest.size()).forEach(history::gone);
        return pass;
    }

    /// Up to where each witness vouches for the log as it is.
    private void vouch(List<Claim> agreed) {
        for (NoteKey witness : request.witnesses()) {
            agreed.stream()
                    .filter(claim -> claim.witnesses().contains(witness.name()))
                    .mapToLong(Claim::size)
                    .max()
                    .ifPresentOrElse(
                            size -> witnesses.put(witness.name(), size),
                            () -> findings.add(inFile(
                                    Flaw.WITNESS,
                                    BundleLayout.CHECKPOINT,
                                    "the witness " + witness.name() + " signed no checkpoint")));
        }
    }

    private Optional<String> text(String name) {
        try {
            return bundle.text(name, LONGEST_TEXT);
        } catch (IOException unreadable) {
            findings.add(inFile(Flaw.DAMAGED, name, "it cannot be read: " + unreadable.getMessage()));
            return Optional.empty();
        }
    }
}
