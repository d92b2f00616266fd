package io.readingroom.privacy.vault;

import java.io.IOException;
import java.net.URI;

/// A Vault server of its own: a program, named by `READING_ROOM_TEST_VAULT`, that starts one in memory
/// and prints its address, its root token and its unseal key on one line.
final class RealVault implements VaultServer {

    private final Process process;
    private final String[] words;

    private RealVault(Process process, String[] words) {
        this.process = process;
        this.words = words;
    }

    static RealVault start(String program) throws IOException {
        Process process = new ProcessBuilder(program)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new RealVault(
                process, String.valueOf(process.inputReader().readLine()).split(" ", -1));
    }

    @Override
    public URI address() {
        return URI.create("http://" + words[0]);
    }

    @Override
    public String rootToken() {
        return words[1];
    }

    @Override
    public String unsealKey() {
        return words[2];
    }

    @Override
    public void close() {
        process.destroy();
    }
}
