package io.readingroom.anchoring.witness;

import io.readingroom.tlog.NoteKey;
import java.net.URI;

/// A witness that tests ask.
interface WitnessServer extends AutoCloseable {

    URI address();

    NoteKey key();

    /// Has it witness a log.
    void learn(NoteKey log);

    @Override
    void close();
}
