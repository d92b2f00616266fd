package io.readingroom.pipeline.line;

import io.readingroom.access.Caller;
import io.readingroom.access.CallerIdentity;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.intake.Submission;
import io.readingroom.intake.Submissions;
import io.readingroom.reading.TestConfig;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Hands that read documents in their turn, one chunk each at a time: the real lines on a ledger in
/// memory.
final class ReadingHall {

    static final int STRETCH = 4;

    /// Bytes of a document that is expected to have one chunk.
    private static final int CHUNK = 100 * 4;

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    /// A document with its true length.
    private static final class Document {
        final String caller;
        final Submission submission;
        int left;
        int stretch;

        Document(String caller, Submission submission, int chunks) {
            this.caller = caller;
            this.submission = submission;
            this.left = chunks;
        }
    }

    /// Whose documents were read: one entry for each chunk.
    final List<String> servedCallers = new ArrayList<>();

    /// What was read: one entry for each chunk.
    final List<String> served = new ArrayList<>();

    /// The sources of the documents in the order in which they were finished.
    final List<String> finished = new ArrayList<>();

    private final PaperLedger ledger = new PaperLedger();
    private final Map<DocumentId, Document> documents = new HashMap<>();
    private final List<DocumentId> hands = new ArrayList<>();
    private final int count;
    private final Lines lines;
    private String caller = "caller";

    /// One in which callers are not told apart.
    ReadingHall(int hands) {
        this(hands, false, "caller");
    }

    /// @param tellsApart whether callers are told apart
    /// @param share who gets an equal share then, a value of the setting
    ReadingHall(int hands, boolean tellsApart, String share) {
        this.count = hands;
        this.lines = new Lines(
                ledger,
                new Kept(),
                (purpose, parts) -> ContentDigest.of(
                                (purpose + Arrays.deepToString(parts)).getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .getBytes(StandardCharsets.UTF_8),
                new Callers(tellsApart),
                TestConfig.mapped(LineSettings.class, Map.of("reading-room.pipeline.line.share", share)),
                Clock.fixed(NOW, ZoneOffset.UTC),
                TestConfig.reading(Map.of("reading-room.reading.target-tokens", "100")));
    }

    /// A document comes.
    ///
    /// @param expected the chunks that it looks like
    /// @param chunks the chunks that it has
    DocumentId hand(String source, int expected, int chunks) {
        return hand("caller", source, expected, chunks);
    }

    /// A document comes from a caller, who says of which source.
    DocumentId hand(String caller, String source, int expected, int chunks) {
        this.caller = caller;
        DocumentId id = DocumentId.random();
        Submission submission =
                new Submission(id, "tenant", "text/plain", (long) CHUNK * expected, null, "general", source, NOW);
        documents.put(id, new Document(caller, submission, chunks));
        lines.join(submission, STRETCH);
        return id;
    }

    /// The model server is not to be had for this document, until [#comeBack].
    void putOff(DocumentId document) {
        hands.remove(document);
        ledger.away.add(document);
    }

    void comeBack(DocumentId document) {
        ledger.away.remove(document);
    }

    /// Whether a document of this source waits or is being read.
    boolean has(String source) {
        return documents.values().stream()
                .anyMatch(document -> source.equals(document.submission.sourceId()) && document.left > 0);
    }

    /// Whether a document of this caller waits or is being read.
    boolean hasOf(String caller) {
        return documents.values().stream().anyMatch(document -> caller.equals(document.caller));
    }

    boolean unfinished() {
        return !documents.isEmpty();
    }

    /// Each hand reads one chunk.
    void tick() {
        while (hands.size() < count && ledger.first().isPresent()) {
            DocumentId next = ledger.first().get();
            ledger.away.add(next);
            hands.add(next);
            document(next).stretch = 0;
        }
        List.copyOf(hands).forEach(this::read);
    }

    private void read(DocumentId id) {
        Document document = document(id);
        served.add(document.submission.sourceId());
        servedCallers.add(document.caller);
        document.left--;
        document.stretch++;
        if (document.left == 0) {
            finished.add(document.submission.sourceId());
            documents.remove(id);
            ledger.places.remove(id);
            leave(id);
        } else if (document.stretch == STRETCH) {
            document.stretch = 0;
            if (lines.served(id, STRETCH, document.left)) {
                leave(id);
            }
        }
    }

    private Document document(DocumentId id) {
        return Objects.requireNonNull(documents.get(id));
    }

    private void leave(DocumentId id) {
        hands.remove(id);
        ledger.away.remove(id);
    }

    /// Whoever hands something in.
    private final class Callers implements CallerIdentity {

        private final boolean tellsApart;

        private Callers(boolean tellsApart) {
            this.tellsApart = tellsApart;
        }

        @Override
        public Caller current() {
            return new Caller(caller, "tenant", Set.of());
        }

        @Override
        public boolean tellsApart() {
            return tellsApart;
        }
    }

    private final class Kept implements Submissions {

        @Override
        public Optional<Submission> find(DocumentId document) {
            return Optional.of(document(document).submission);
        }

        @Override
        public InputStream open(DocumentId document) {
            throw new UnsupportedOperationException();
        }
    }
}
