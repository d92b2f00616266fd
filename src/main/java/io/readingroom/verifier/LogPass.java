package io.readingroom.verifier;

import io.readingroom.tlog.TileId;
import io.readingroom.tlog.TreeEdge;
import io.readingroom.tlog.TreeHash;
import io.readingroom.tlog.bundle.BundleLayout;
import io.readingroom.tlog.bundle.Scope;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Goes through the log once, from its first entry to its last: grows the tree anew from the hashes of the entries,
/// compares it with the tiles above and with each checkpoint as its size is passed, and follows each tenant's
/// sequence. As many entries as the machine's cores can look at are read ahead.
final class LogPass {

    private static final int AHEAD = 4 * Runtime.getRuntime().availableProcessors();

    private final BundleFile bundle;
    private final BundleLayout layout;
    private final Deque<Claim> claims;
    private final Findings findings;
    private final TreeEdge tree = TreeEdge.empty();
    private final Sequences sequences;
    private final List<Claim> agreed = new ArrayList<>();
    private final List<Claim> disagreed = new ArrayList<>();

    /// @param claims checkpoints of this size or smaller, the smallest first
    LogPass(BundleFile bundle, BundleLayout layout, List<Claim> claims, Findings findings) {
        this.bundle = bundle;
        this.layout = layout;
        this.claims = new ArrayDeque<>(claims);
        this.findings = findings;
        this.sequences = new Sequences(findings);
    }

    /// Goes through it; ends early at a tile of hashes that is missing, since the tree cannot be told from there on.
    void run(Scope scope, Instant bodiesSince) throws InterruptedException {
        passed();
        ExecutorService workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().factory());
        try {
            Deque<Future<Optional<CheckedChunk>>> ahead = new ArrayDeque<>();
            for (long next = 0; next < layout.tiles(0) || !ahead.isEmpty(); next++) {
                if (next < layout.tiles(0)) {
                    TileId tile = layout.tile(0, next);
                    ahead.add(workers.submit(() -> new ChunkCheck(bundle, scope, bodiesSince, tile).check()));
                }
                if (ahead.size() >= AHEAD || next >= layout.tiles(0)) {
                    Optional<CheckedChunk> chunk = ahead.remove().get();
                    if (chunk.isEmpty()) {
                        stopped();
                        return;
                    }
                    take(chunk.get());
                }
            }
            tree.partial(this::compare);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A part of the log could not be looked at", broken);
        } finally {
            workers.shutdownNow();
        }
    }

    /// The checkpoints that say what the tree is.
    List<Claim> agreed() {
        return agreed;
    }

    /// Those that say something else, or could not be compared.
    List<Claim> disagreed() {
        return disagreed;
    }

    Sequences sequences() {
        return sequences;
    }

    private void stopped() {
        long from = tree.size();
        String name = layout.tile(0, from / TileId.FULL).path();
        findings.add(Finding.among(
                Flaw.TILE_CHANGED,
                name,
                from,
                layout.size() - 1,
                name + " is missing or damaged: what follows cannot be verified"));
    }

    private void take(CheckedChunk chunk) {
        findings.addAll(chunk.findings());
        for (int i = 0; i < chunk.items().size(); i++) {
            sequences.follow(chunk.items().get(i));
            tree.append(
                    Arrays.copyOfRange(chunk.hashes(), i * TreeHash.BYTES, (i + 1) * TreeHash.BYTES), this::compare);
            passed();
        }
    }

    private void passed() {
        while (!claims.isEmpty() && claims.getFirst().size() == tree.size()) {
            Claim claim = claims.removeFirst();
            boolean same = Arrays.equals(tree.root(), claim.said().root());
            (same ? agreed : disagreed).add(claim);
        }
    }

    /// Compares a tile above the lowest ones with what was computed from what is below it.
    private void compare(TileId tile, byte[] hashes) {
        if (tile.level() == 0) {
            return;
        }
        try {
            Optional<byte[]> kept = bundle.read(tile.path(), hashes.length);
            int at = kept.map(bytes -> Arrays.mismatch(bytes, hashes)).orElse(-1);
            if (at >= 0) {
                long below = 1L << (8 * tile.level());
                long first = (tile.index() * TileId.FULL + at / TreeHash.BYTES) * below;
                findings.add(Finding.among(
                        Flaw.TILE_CHANGED,
                        tile.path(),
                        first,
                        Math.min(first + below, layout.size()) - 1,
                        tile.path() + " does not have the hashes of what is below it"));
            }
        } catch (IOException unreadable) {
            findings.add(Finding.inFile(
                    Flaw.DAMAGED, tile.path(), tile.path() + " cannot be read: " + unreadable.getMessage()));
        }
    }
}
