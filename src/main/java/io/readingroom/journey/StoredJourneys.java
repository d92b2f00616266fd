package io.readingroom.journey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.intake.Backlog;
import io.readingroom.intake.Submission;
import io.readingroom.privacy.DocumentErased;
import io.readingroom.privacy.PrivacyRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Keeps the journeys as rows.
@ApplicationScoped
class StoredJourneys implements Journeys, Backlog, PanacheRepositoryBase<Journey, UUID> {

    private final AuditLog register;
    private final Event<JourneyMoved> moved;
    private final Pace pace;
    private final Clock clock;

    StoredJourneys(AuditLog register, Event<JourneyMoved> moved, Pace pace, Clock clock) {
        this.register = register;
        this.moved = moved;
        this.pace = pace;
        this.clock = clock;
    }

    void onReceived(@Observes Submission submission) {
        persist(new Journey(submission));
    }

    void onErased(@Observes DocumentErased erased) {
        locked(erased.document()).ifPresent(journey -> {
            journey.erase(clock.instant());
            tell(journey);
        });
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public int advance(DocumentId document, Step step) {
        Journey journey = locked(document).orElseThrow(() -> new JourneyEndedException(JourneyState.ERASED));
        journey.take(step, clock.instant());
        if (step instanceof Step.ChunkRead chunk) {
            pace.measured(chunk.tokens(), chunk.took());
        }
        tell(journey);
        return journey.postponements();
    }

    @Override
    @Transactional
    public Set<DocumentId> ended(Set<DocumentId> documents) {
        Set<DocumentId> ended = new HashSet<>(documents);
        List<UUID> ids = documents.stream().map(DocumentId::value).toList();
        find("document in ?1", ids).stream()
                .filter(journey -> !journey.state().ended())
                .forEach(journey -> ended.remove(journey.document()));
        return ended;
    }

    @Override
    @Transactional
    public long documents() {
        return count("state in ?1", JourneyState.underWay());
    }

    /// The journey of one of the tenant's documents.
    ///
    /// @throws RefusedException when there is none
    @Transactional
    Journey of(DocumentId document, String tenant) {
        return findByIdOptional(document.value())
                .filter(journey -> journey.tenant().equals(tenant))
                .orElseThrow(StoredJourneys::unknown);
    }

    /// Cancels the reading of one of the tenant's documents; cancelling twice is the same as once.
    ///
    /// @throws RefusedException when there is none, or it has ended otherwise
    @Transactional
    Journey cancel(DocumentId document, String tenant) {
        Journey journey =
                locked(document).filter(j -> j.tenant().equals(tenant)).orElseThrow(StoredJourneys::unknown);
        switch (journey.state()) {
            case ERASED -> throw new RefusedException(PrivacyRefusal.ERASED);
            case COMPLETED, FAILED -> throw new RefusedException(JourneyRefusal.ALREADY_ENDED);
            case CANCELLED -> {}
            case RECEIVED, EXTRACTING, READING -> {
                journey.cancel(clock.instant());
                register.record(new AuditEvent.DocumentCancelled(document));
                tell(journey);
            }
        }
        return journey;
    }

    private Optional<Journey> locked(DocumentId document) {
        return findByIdOptional(document.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private void tell(Journey journey) {
        moved.fire(new JourneyMoved(journey.document(), journey.state()));
    }

    private static RefusedException unknown() {
        return new RefusedException(PrivacyRefusal.UNKNOWN);
    }
}
