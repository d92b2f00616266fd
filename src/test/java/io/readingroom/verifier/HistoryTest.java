package io.readingroom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Signer;
import io.readingroom.tlog.bundle.BundleLayout;
import io.readingroom.verifier.GeneratedLog.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// A log that is not what it was when it was signed is found out by its checkpoints.
class HistoryTest {

    private static final int TRIES = 25;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void a_database_that_went_back_in_time(@ForAll long seed) {
        GeneratedLog newer = new GeneratedLog(seed, new Shape(500, 3, 1, 3, 0, false));
        int size = new Random(seed).nextInt(500);
        GeneratedLog older = new GeneratedLog(seed, new Shape(size, 3, 1, 3, 0, false));
        Verdict verdict = Trial.of(older).with(newer.newest()).of(older.bundle());
        Finding first = verdict.findings().first().orElseThrow();
        assertThat(first.flaw()).isEqualTo(Flaw.HISTORY_GONE);
        assertThat(first.from()).hasValue(size);
        assertThat(first.to()).hasValue(499);
        assertThat(verdict.findings().count()).isEqualTo(1);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void a_fork_after_an_anchored_checkpoint(@ForAll long seed) {
        GeneratedLog log = new GeneratedLog(seed, new Shape(300, 2, 1, 1, 0, false));
        Signer key = log.signers.getFirst();
        // Another log by the same key, which says what it likes.
        GeneratedLog fork =
                new GeneratedLog(seed + 1, new Shape(250 + new Random(seed).nextInt(50), 0, 1, 1, 0, false));
        SignedNote anchor = key.sign(Checkpoint.parse(fork.newest().text()).orElseThrow());
        Verdict verdict = Trial.of(log).with(anchor).of(log.bundle());
        assertThat(verdict.findings().kept()).extracting(Finding::flaw).containsExactly(Flaw.HISTORY_CHANGED);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void entries_that_an_earlier_epoch_had_signed(@ForAll long seed) {
        GeneratedLog log = new GeneratedLog(seed, new Shape(300, 3, 2, 2, 0, false));
        GeneratedLog lost = new GeneratedLog(seed + 1, new Shape(280, 0, 1, 2, 0, false));
        SignedNote note = log.signers
                .getFirst()
                .sign(Checkpoint.parse(lost.newest().text()).orElseThrow());
        Forgery bundle = new Forgery(log);
        bundle.text("checkpoints/1/280", note.note());
        Verdict verdict = Trial.of(log).of(bundle.zip());
        Finding first = verdict.findings().first().orElseThrow();
        assertThat(first.flaw()).isEqualTo(Flaw.HISTORY_CHANGED);
        assertThat(first.to()).hasValue(279);
        assertThat(first.what()).startsWith("epoch 1 signed 280 entries");
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void signatures_that_changed_places(@ForAll long seed) {
        GeneratedLog log = new GeneratedLog(seed, new Shape(300, 5, 1, 2, 0, false));
        Assume.that(log.notes.size() > 1);
        Forgery forgery = new Forgery(log);
        SignedNote earlier = log.notes.getFirst();
        forgery.text(BundleLayout.CHECKPOINT, new SignedNote(log.newest().text(), earlier.signatures()).note());
        assertThat(Trial.of(log).of(forgery.zip()).findings().kept())
                .extracting(Finding::flaw)
                .contains(Flaw.NOT_SIGNED);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void a_foreign_key(@ForAll long seed) {
        GeneratedLog log = new GeneratedLog(seed, new Shape(30, 2, 1, 2, 0, false));
        Signer foreign = Signer.of(GeneratedLog.LOG + "/1", NoteKey.Kind.NOTE, seed + 99);
        Verdict verdict = Trial.of(log).with(List.of(foreign.key())).of(log.bundle());
        assertThat(verdict.findings().kept()).extracting(Finding::flaw).containsOnly(Flaw.NOT_SIGNED);
        // Without a key from elsewhere a bundle that was signed anew agrees with itself, and says so.
        Verdict own = new Trial(List.of(), List.of(), List.of(), Instant.MAX).of(log.bundle());
        assertThat(own.verified()).isTrue();
        assertThat(own.keysGiven()).isFalse();
    }
}
