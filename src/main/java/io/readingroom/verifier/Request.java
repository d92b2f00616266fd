package io.readingroom.verifier;

import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.bundle.Scope;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to be verified, and against what.
///
/// @param bundle the bundle
/// @param keys the log's keys, as the caller knows them; none to take the bundle's own
/// @param witnesses the keys of witnesses who must have signed
/// @param anchors what was kept outside
/// @param scope what the bundle must claim to hold, when that matters
/// @param bodiesSince from when on no body may be withheld
record Request(
        Path bundle,
        List<NoteKey> keys,
        List<NoteKey> witnesses,
        List<Anchors.Found> anchors,
        Optional<Scope> scope,
        Instant bodiesSince) {

    /// A request that asks for nothing in particular.
    static Request of(Path bundle) {
        return new Request(bundle, List.of(), List.of(), List.of(), Optional.empty(), Instant.MAX);
    }

    /// @throws UsageException when the arguments ask for nothing that can be done
    static Request parse(Arguments arguments) {
        List<NoteKey> keys = new ArrayList<>();
        arguments.all("--key").forEach(key -> keys.addAll(Keys.given(key)));
        List<NoteKey> witnesses = new ArrayList<>();
        arguments.all("--witness").forEach(key -> witnesses.addAll(Keys.given(key)));
        List<Anchors.Found> anchors = new ArrayList<>();
        arguments.all("--anchored").forEach(file -> anchors.addAll(Anchors.in(file)));
        return new Request(
                arguments.file(),
                keys,
                witnesses,
                anchors,
                arguments.one("--scope").map(Request::scope),
                arguments.one("--bodies-since").map(Request::time).orElse(Instant.MAX));
    }

    private static Scope scope(String line) {
        return Scope.parse(line).orElseThrow(() -> new UsageException("A scope is \"all\" or \"tenant NAME\""));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new UsageException("A time is written as 2026-01-31T00:00:00Z");
        }
    }
}
