package io.readingroom.pipeline.line;

import io.readingroom.access.CallerIdentity;
import io.readingroom.document.DocumentId;
import io.readingroom.intake.Submission;
import io.readingroom.intake.Submissions;
import io.readingroom.privacy.KeyedDigests;
import io.readingroom.reading.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines in which documents wait: two for each caller of a tenant, or for each of its sources, see
/// [LineSettings]; one for its short documents and one for its long ones, so that a short one does not
/// wait behind all long ones. Each line gets an equal share of the hands while it has documents.
///
/// The virtual time is the lowest turn of all documents that are not finished, those included that wait
/// for the model server. So a document that comes while others of another line have been put off is
/// not behind them.
@ApplicationScoped
public class Lines {

    /// The name of the tasks that stand in line; the instance is the document's id.
    public static final String TASK = "read-document";

    private static final int DIGEST_BYTES = 16;
    private static final int BYTES_PER_TOKEN = 4;

    /// A document that says nothing by its size, such as one of images, holds up its own line no longer
    /// than this.
    private static final int MOST_EXPECTED_CHUNKS = 64;

    private final Ledger ledger;
    private final Submissions submissions;
    private final KeyedDigests digests;
    private final CallerIdentity callers;
    private final LineSettings settings;
    private final Clock clock;
    private final int bytesPerChunk;

    Lines(
            Ledger ledger,
            Submissions submissions,
            KeyedDigests digests,
            CallerIdentity callers,
            LineSettings settings,
            Clock clock,
            ReadingConfig reading) {
        this.ledger = ledger;
        this.submissions = submissions;
        this.digests = digests;
        this.callers = callers;
        this.settings = settings;
        this.clock = clock;
        this.bytesPerChunk = BYTES_PER_TOKEN * reading.targetTokens();
    }

    /// Puts the task of a document at the end of its line, in the transaction in which the caller hands the
    /// document over.
    ///
    /// @param stretch chunks up to which a document is short
    @Transactional(TxType.MANDATORY)
    public void join(Submission submission, int stretch) {
        int chunks = Math.clamp(Math.ceilDiv(submission.bytes(), bytesPerChunk), 1, MOST_EXPECTED_CHUNKS);
        String owner = owner(submission, callers.current().actor());
        ledger.own(submission.id(), owner);
        ledger.put(submission.id(), atTheEnd(new Line(owner, chunks > stretch), chunks, 0));
        ledger.prune();
    }

    /// Notes that some chunks of a document were read, and tells whether others must go first. A
    /// document of which more is left than was expected goes to the end of its owner's line of long
    /// ones, and pays for what is left.
    ///
    /// @param chunks read since this was told last
    /// @param left that are not read yet
    @Transactional
    public boolean served(DocumentId document, int chunks, int left) {
        Optional<Place> before = ledger.place(document);
        Place place = before.map(known -> known.after(chunks)).orElseGet(() -> new Place(0, 0));
        if (place.spent() && left > 0) {
            Optional<String> owner = ledger.owner(document)
                    .or(() -> submissions.find(document).map(submission -> owner(submission, "")));
            if (owner.isEmpty()) {
                return false;
            }
            place = atTheEnd(new Line(owner.get(), true), left, place.turn());
        }
        ledger.put(document, place);
        return ledger.waitingBefore(place.turn(), clock.instant());
    }

    /// Has a document pay for chunks whether they were read or not: one that its replica did not
    /// survive must not be the first again and again.
    @Transactional
    public void charge(DocumentId document, int chunks) {
        ledger.place(document).ifPresent(place -> ledger.put(document, place.after(chunks)));
    }

    /// @param earliest turn, since what a document has had is not given again
    private Place atTheEnd(Line line, int chunks, long earliest) {
        Place place = Place.atTheEnd(Math.max(ledger.time(), earliest), ledger.lock(line), chunks);
        ledger.pay(line, place.paid());
        return place;
    }

    /// @param actor who handed it in, as it was verified; empty when nobody knows any more
    private String owner(Submission submission, String actor) {
        boolean bySource = settings.share() == LineSettings.Share.SOURCE || !callers.tellsApart() || actor.isEmpty();
        byte[] owner = digests.of(
                "waiting-line",
                bytes(submission.tenant()),
                bytes(callers.tellsApart() ? actor : null),
                bytes(bySource ? submission.sourceId() : null));
        return HexFormat.of().formatHex(owner, 0, DIGEST_BYTES);
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
