package io.readingroom.anchoring.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.tlog.NoteKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;

/// Litewitness, started by the program in the folder that `READING_ROOM_TEST_ANCHORS` names.
final class RealWitness implements WitnessServer {

    private final Process process;
    private final BufferedReader said;
    private final String[] words;

    private RealWitness(Process process) throws IOException {
        this.process = process;
        this.said = process.inputReader();
        this.words = String.valueOf(said.readLine()).split(" ", -1);
    }

    static RealWitness start(String programs) throws IOException {
        return new RealWitness(new ProcessBuilder(
                        Path.of(programs, "witness").toString(),
                        Path.of(programs, "litewitness").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    @Override
    public URI address() {
        return URI.create("http://" + words[0]);
    }

    @Override
    public NoteKey key() {
        return NoteKey.parse(words[1]).orElseThrow();
    }

    @Override
    public void learn(NoteKey log) {
        try {
            Writer input = process.outputWriter();
            input.write(log.text() + "\n");
            input.flush();
            assertThat(said.readLine()).isEqualTo(log.text());
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
