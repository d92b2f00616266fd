package io.readingroom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.tlog.bundle.BundleLayout;
import io.readingroom.verifier.GeneratedLog.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Any bit of a bundle that changes is found.
class BitFlipTest {

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void any_single_bit_of_any_file(@ForAll long seed) {
        Random random = new Random(seed);
        GeneratedLog log = GeneratedLog.any(seed, 300, false);
        Forgery forgery = new Forgery(log);
        List<String> names = forgery.members.keySet().stream()
                .filter(name -> forgery.member(name).length > 0)
                .toList();
        String name = names.get(random.nextInt(names.size()));
        byte[] content = forgery.member(name);
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        Verdict verdict = Trial.of(log).of(forgery.zip());
        assertThat(verdict.verified()).as("%s of %s", name, log.shape).isFalse();
        assertThat(verdict.findings().kept())
                .allMatch(
                        finding -> finding.from().isPresent() || !finding.file().isEmpty());
    }

    /// The line of a witness has a name that another bit makes a stranger's, which proves nothing and harms nothing;
    /// the
    /// signature itself counts bit by bit.
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void any_single_bit_of_a_cosignature(@ForAll long seed) {
        GeneratedLog log = new GeneratedLog(seed, new Shape(20, 0, 1, 1, 0, true));
        Forgery forgery = new Forgery(log);
        byte[] note = forgery.member(BundleLayout.CHECKPOINT);
        // 76 bytes, of which the first four tell whose it is: their base64 ends one character and a padding before.
        int start = note.length - 1 - 104;
        Random random = new Random(seed);
        note[start + random.nextInt(104)] ^= (byte) (1 << random.nextInt(8));
        assertThat(Trial.of(log).of(forgery.zip()).findings().kept())
                .isNotEmpty()
                .allMatch(finding -> finding.file().equals(BundleLayout.CHECKPOINT));
    }

    /// The ZIP around the files has bits that say nothing of what is in it, such as times and attributes, and its
    /// directory says some things twice. So: either the files read as before, or the bundle is refused.
    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void any_single_bit_of_the_zip(@ForAll long seed) {
        Random random = new Random(seed);
        GeneratedLog log = GeneratedLog.any(seed, 40, false);
        byte[] zip = log.bundle();
        Map<String, byte[]> before = Members.of(zip).orElseThrow();
        zip[random.nextInt(zip.length)] ^= (byte) (1 << random.nextInt(8));
        boolean same = Members.of(zip).filter(after -> same(before, after)).isPresent();
        assertThat(Trial.of(log).of(zip).verified()).isEqualTo(same);
    }

    private static boolean same(Map<String, byte[]> before, Map<String, byte[]> after) {
        return before.keySet().equals(after.keySet())
                && before.keySet().stream().allMatch(name -> Arrays.equals(before.get(name), after.get(name)));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void a_zip_that_was_cut_off(@ForAll long seed) {
        GeneratedLog log = GeneratedLog.any(seed, 40, false);
        byte[] zip = log.bundle();
        Verdict verdict = Trial.of(log).of(Arrays.copyOf(zip, new Random(seed).nextInt(zip.length)));
        assertThat(verdict.findings().kept()).extracting(Finding::flaw).containsExactly(Flaw.DAMAGED);
    }
}
