package io.readingroom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.bundle.BundleLayout;
import io.readingroom.tlog.entry.Entry;
import io.readingroom.verifier.GeneratedLog.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Whatever is done to a bundle is found, and the place is named.
class TamperingTest {

    private static final int TRIES = 40;

    /// An entry of a log that has some, which is shown with its body.
    private record Scene(GeneratedLog log, Forgery forgery, Random random, int index) {

        static Scene of(long seed) {
            GeneratedLog log = GeneratedLog.any(seed, 700, false);
            int[] shown =
                    IntStream.range(0, log.shape.size()).filter(log::showsBody).toArray();
            Assume.that(shown.length > 1);
            Random random = new Random(seed);
            return new Scene(log, new Forgery(log), random, shown[random.nextInt(shown.length)]);
        }

        /// The place of the next entry that is shown; less than zero when there is none.
        int nextShown() {
            return IntStream.range(index + 1, log.shape.size())
                    .filter(log::shows)
                    .findFirst()
                    .orElse(-1);
        }

        Verdict verdict() {
            return Trial.of(log).of(forgery.zip());
        }

        /// Refused, and the first bad entry is this one.
        void assertNamed(Flaw flaw, int bad) {
            assertNamed(verdict(), flaw, bad);
        }

        void assertNamed(Verdict verdict, Flaw flaw, int bad) {
            assertThat(verdict.verified()).isFalse();
            Finding first = verdict.findings().first().orElseThrow();
            assertThat(first.flaw()).as(first.what()).isEqualTo(flaw);
            assertThat(first.from()).hasValue(bad);
            assertThat(first.isOfOneEntry()).isTrue();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void a_changed_body(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        scene.forgery.replace(scene.index, true, scene.log.body(scene.index + 1));
        scene.assertNamed(Flaw.BODY_CHANGED, scene.index);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void a_withheld_entry(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        scene.forgery.replace(scene.index, false, new byte[0]);
        Flaw flaw = scene.log.scope.tenant().isEmpty() ? Flaw.ENTRY_MISSING : Flaw.BODY_CHANGED;
        scene.assertNamed(flaw, scene.index);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void a_withheld_entry_with_its_body(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        scene.forgery.replace(scene.index, false, new byte[0]);
        scene.forgery.replace(scene.index, true, new byte[0]);
        if (scene.log.scope.tenant().isEmpty()) {
            scene.assertNamed(Flaw.ENTRY_MISSING, scene.index);
        } else {
            int next = scene.nextShown();
            // That the newest entries of a tenant are withheld cannot be seen.
            Assume.that(next >= 0);
            scene.assertNamed(Flaw.SEQUENCE, next);
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void a_withheld_body(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        int pruned = scene.log.shape.pruned();
        Assume.that(pruned == 0 || scene.log.time(scene.index).isAfter(scene.log.time(pruned - 1)));
        scene.forgery.replace(scene.index, true, new byte[0]);
        scene.assertNamed(Flaw.BODY_MISSING, scene.index);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void an_entry_that_was_taken_out(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        // As above: of one tenant's newest entries nothing shows that they are missing.
        Assume.that(scene.log.scope.tenant().isEmpty() || scene.nextShown() >= 0);
        for (boolean body : List.of(false, true)) {
            scene.forgery.change(scene.index, body, items -> {
                items.remove(scene.index % 256);
                items.add(new byte[0]);
                return items;
            });
        }
        Verdict verdict = scene.verdict();
        assertThat(verdict.verified()).isFalse();
        Finding first = verdict.findings().first().orElseThrow();
        // The tenant's last entry of a list leaves a gap that only the next one shows.
        assertThat(first.from().orElseThrow()).isGreaterThanOrEqualTo(scene.index);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void entries_that_changed_places(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        int other = scene.index / 256 * 256 + (scene.index % 256 == 0 ? 1 : scene.index % 256 - 1);
        Assume.that(other < scene.log.shape.size() && scene.log.shows(other));
        for (boolean body : List.of(false, true)) {
            scene.forgery.change(scene.index, body, items -> {
                Collections.swap(items, scene.index % 256, other % 256);
                return items;
            });
        }
        scene.assertNamed(Flaw.ENTRY_CHANGED, Math.min(scene.index, other));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void another_time_with_the_right_digest(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        scene.forgery.replace(scene.index, false, retimed(scene));
        scene.assertNamed(Flaw.ENTRY_CHANGED, scene.index);
    }

    private static byte[] retimed(Scene scene) {
        Entry was = Entry.parse(scene.log.entry(scene.index)).orElseThrow();
        return new Entry(was.tenant(), was.sequence(), was.time().plusNanos(1000), was.bodyDigest()).bytes();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void the_same_with_a_tree_that_fits(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        scene.forgery.replace(scene.index, false, retimed(scene));
        scene.forgery.regrow();
        Verdict verdict = scene.verdict();
        assertThat(verdict.verified()).isFalse();
        Finding first = verdict.findings().kept().stream()
                .filter(finding -> finding.flaw() == Flaw.HISTORY_CHANGED)
                .findFirst()
                .orElseThrow();
        // Between the last checkpoint that still agrees and the first that does not.
        assertThat(first.from().orElseThrow()).isLessThanOrEqualTo(scene.index);
        assertThat(first.to().orElseThrow()).isGreaterThanOrEqualTo(scene.index);
        assertThat(first.from().orElseThrow())
                .isEqualTo(scene.log.notes.stream()
                        .mapToLong(TamperingTest::size)
                        .filter(size -> size <= scene.index)
                        .max()
                        .orElse(0));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void an_entry_put_in_between_with_a_tree_that_fits(@ForAll long seed) {
        GeneratedLog log = new GeneratedLog(seed, new Shape(300, 3, 1, 1, 0, false));
        int index = new Random(seed).nextInt(300);
        Forgery forgery = new Forgery(log);
        List<byte[]> entries = new ArrayList<>(all(log, false));
        List<byte[]> bodies = new ArrayList<>(all(log, true));
        bodies.add(index, "{}".getBytes(StandardCharsets.UTF_8));
        entries.add(
                index,
                Entry.of(log.tenant(0), index, log.time(index), bodies.get(index))
                        .bytes());
        forgery.rewrite(entries.subList(0, 300), bodies.subList(0, 300));
        Verdict verdict = Trial.of(log).of(forgery.zip());
        assertThat(verdict.findings().kept()).extracting(Finding::flaw).contains(Flaw.HISTORY_CHANGED);
        if (index < 299) {
            Finding first = verdict.findings().first().orElseThrow();
            // The next entry has a number that was given before, unless a checkpoint in front of it tells.
            assertThat(first.flaw()).isIn(Flaw.SEQUENCE, Flaw.HISTORY_CHANGED);
            assertThat(first.from().orElseThrow()).isLessThanOrEqualTo(index + 1L);
            assertThat(first.to().orElseThrow()).isBetween((long) index, index + 1L);
        }
    }

    private static List<byte[]> all(GeneratedLog log, boolean bodies) {
        return IntStream.range(0, log.shape.size())
                .mapToObj(index -> bodies ? log.body(index) : log.entry(index))
                .toList();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void tiles_that_changed_places(@ForAll long seed) {
        GeneratedLog log = new GeneratedLog(seed, new Shape(600 + new Random(seed).nextInt(100), 2, 1, 3, 0, false));
        Forgery forgery = new Forgery(log);
        byte[] first = forgery.member("tile/0/000");
        forgery.members.put("tile/0/000", forgery.member("tile/0/001"));
        forgery.members.put("tile/0/001", first);
        int shown = IntStream.range(0, 600).filter(log::shows).findFirst().orElseThrow();
        Verdict verdict = Trial.of(log).of(forgery.zip());
        assertThat(verdict.findings().first().orElseThrow().from()).hasValue(shown);
        assertThat(verdict.findings().kept())
                .anyMatch(finding ->
                        finding.flaw() == Flaw.TILE_CHANGED && finding.from().orElseThrow() == 0);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void a_file_that_was_left_out_or_put_in(@ForAll long seed) {
        GeneratedLog log = GeneratedLog.any(seed, 700, false);
        Forgery forgery = new Forgery(log);
        Random random = new Random(seed);
        // Earlier checkpoints are as many as were kept; that one is not there says nothing.
        List<String> names = forgery.members.keySet().stream()
                .filter(name -> !name.startsWith(BundleLayout.CHECKPOINTS))
                .toList();
        String name = names.get(random.nextInt(names.size()));
        byte[] content = forgery.member(name);
        if (random.nextBoolean()) {
            forgery.members.remove(name);
        } else {
            forgery.members.put(name + List.of("x", "/", ".p/3", "/000").get(random.nextInt(4)), content);
        }
        Verdict verdict = Trial.of(log).of(forgery.zip());
        assertThat(verdict.findings().kept())
                .as(name)
                .anyMatch(finding ->
                        finding.file().startsWith(name) || finding.file().startsWith("tile/0"));
    }

    private static long size(SignedNote note) {
        return Optional.of(note)
                .flatMap(text -> Checkpoint.parse(text.text()))
                .orElseThrow()
                .size();
    }
}
