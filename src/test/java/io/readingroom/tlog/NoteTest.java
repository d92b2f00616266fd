package io.readingroom.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.tlog.NoteKey.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes, checkpoints and receipts, by the examples of others and by what must not pass.
class NoteTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;
    private static final Signer LOG = Signer.of("log.example/1", Kind.NOTE, 1);
    private static final Signer OTHER = Signer.of("log.example/1", Kind.NOTE, 2);
    private static final Signer WITNESS = Signer.of("witness.example", Kind.COSIGNATURE, 3);
    private static final Checkpoint SAID = new Checkpoint("log.example/1", 7, new byte[32]);

    @Test
    void the_example_of_go_is_signed_by_its_key() {
        NoteKey key = NoteKey.parse(PETER).orElseThrow();
        SignedNote note = SignedNote.parse(NOTE).orElseThrow();
        assertThat(note.signedBy(key)).isTrue();
        assertThat(note.note()).isEqualTo(NOTE);
        assertThat(key.text()).isEqualTo(PETER);
        assertThat(SignedNote.parse(NOTE.replace("crypto", "Crypto"))
                        .orElseThrow()
                        .signedBy(key))
                .isFalse();
    }

    @Test
    void the_keys_of_other_implementations_are_keys() {
        assertThat(NoteKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"))
                .isPresent();
        assertThat(NoteKey.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"))
                .map(NoteKey::kind)
                .contains(Kind.COSIGNATURE);
    }

    @Test
    void no_part_of_a_key_and_no_changed_key_is_a_key() {
        for (int from = 0; from < PETER.length(); from++) {
            for (int to = from; to <= PETER.length(); to++) {
                if (to - from < PETER.length()) {
                    assertThat(NoteKey.parse(PETER.substring(from, to))).isEmpty();
                }
            }
        }
        for (int i = 0; i < PETER.length(); i++) {
            char[] changed = PETER.toCharArray();
            changed[i]++;
            assertThat(NoteKey.parse(new String(changed))).isEmpty();
        }
    }

    @Test
    void each_bit_of_a_signed_note_counts() {
        byte[] note = NOTE.getBytes(UTF_8);
        NoteKey key = NoteKey.parse(PETER).orElseThrow();
        for (int bit = 0; bit < 8 * note.length; bit++) {
            byte[] changed = note.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Optional<SignedNote> read = SignedNote.parse(new String(changed, UTF_8));
            assertThat(read.filter(said -> said.signedBy(key)))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 x",
                "te\u0001xt\n\n\u2014 x AAAA\n",
                "text\n\u2014 x AAAA\n"
            })
    void other_texts_are_no_notes(String text) {
        assertThat(SignedNote.parse(text)).isEmpty();
    }

    @Test
    void a_wrong_signature_of_a_key_is_not_outdone_by_a_right_one() {
        SignedNote right = LOG.sign(SAID);
        String wrong =
                SignedNote.of(SAID.text(), LOG.key(), new byte[64]).signatures().getFirst();
        assertThat(right.signedBy(LOG.key())).isTrue();
        assertThat(right.and(wrong).signedBy(LOG.key())).isFalse();
        assertThat(right.and(wrong).names(LOG.key())).isTrue();
    }

    @Test
    void a_key_of_the_same_name_is_another_key() {
        assertThat(LOG.sign(SAID).signedBy(OTHER.key())).isFalse();
        assertThat(LOG.sign(SAID).names(OTHER.key())).isFalse();
    }

    @Test
    void a_witness_signs_the_text_and_the_time() {
        SignedNote note = WITNESS.cosign(LOG.sign(SAID), 1_800_000_000L);
        assertThat(note.signedBy(WITNESS.key())).isTrue();
        assertThat(note.signedBy(LOG.key())).isTrue();
        SignedNote other = new SignedNote(SAID.text() + "more\n", note.signatures());
        assertThat(other.signedBy(WITNESS.key())).isFalse();
    }

    @Test
    void checkpoints_are_read_as_they_are_written() {
        assertThat(Checkpoint.parse(SAID.text()).orElseThrow().text()).isEqualTo(SAID.text());
        assertThat(Checkpoint.parse(SAID.text() + "extension\n")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n",
                "log\n7\n",
                "log\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "log\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "log\n7\nAAAA\n",
                "log\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
                "log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                "log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            })
    void other_texts_are_no_checkpoints(String text) {
        assertThat(Checkpoint.parse(text)).isEmpty();
    }

    @Test
    void each_bit_of_a_receipt_counts() {
        List<byte[]> entries = List.of("a".getBytes(UTF_8), "b".getBytes(UTF_8), "c".getBytes(UTF_8));
        List<byte[]> hashes = entries.stream().map(TreeHash::leaf).toList();
        SignedNote note = LOG.sign(new Checkpoint("log.example/1", 3, Naive.root(hashes)));
        LogProof proof = new LogProof(null, 1, Naive.path(1, hashes), note);
        assertThat(LogProof.parse(proof.text()).orElseThrow().proves(entries.get(1), LOG.key()))
                .isTrue();
        assertThat(proof.proves(entries.get(0), LOG.key())).isFalse();
        assertThat(proof.proves(entries.get(1), OTHER.key())).isFalse();
        byte[] text = proof.text().getBytes(UTF_8);
        for (int bit = 0; bit < 8 * text.length; bit++) {
            byte[] changed = text.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(LogProof.parse(new String(changed, UTF_8))
                            .filter(read -> read.proves(entries.get(1), LOG.key())))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void what_else_a_receipt_says_is_kept() {
        LogProof proof = new LogProof(new byte[] {1, 2}, 0, List.of(), LOG.sign(SAID));
        assertThat(LogProof.parse(proof.text()).orElseThrow().extra()).containsExactly(1, 2);
        assertThat(LogProof.parse(proof.text()).orElseThrow().text()).isEqualTo(proof.text());
    }
}
