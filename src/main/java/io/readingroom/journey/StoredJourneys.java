package io.readingroom.journey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.readingroom.access.DatabaseRole;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.intake.Backlog;
import io.readingroom.intake.Submission;
import io.readingroom.privacy.DocumentErased;
import io.readingroom.privacy.PrivacyRefusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the journeys as rows.
@ApplicationScoped
class StoredJourneys implements Journeys, Backlog, PanacheRepositoryBase<Journey, UUID> {

    private final AuditLog register;
    private final Event<JourneyMoved> moved;
    private final Event<JourneyEnded> ended;
    private final Pace pace;
    private final Clock clock;

    StoredJourneys(AuditLog register, Event<JourneyMoved> moved, Event<JourneyEnded> ended, Pace pace, Clock clock) {
        this.register = register;
        this.moved = moved;
        this.ended = ended;
        this.pace = pace;
        this.clock = clock;
    }

    void onReceived(@Observes Submission submission) {
        persist(new Journey(submission));
    }

    /// Locks the journey before anything else that is kept of the document, as whoever walks it does: else the two
    /// could
    /// wait for each other.
    void beforeErased(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) DocumentErased erased) {
        locked(erased.document());
    }

    void onErased(@Observes DocumentErased erased) {
        locked(erased.document()).ifPresent(journey -> {
            boolean underWay = !journey.state().ended();
            erased.released("journey.reference", journey.sourceId() == null ? 0 : 1);
            journey.erase(clock.instant());
            tell(journey, underWay);
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
        tell(journey, true);
        return journey.postponements();
    }

    @Override
    public Optional<String> tenant(DocumentId document) {
        return DatabaseRole.HOUSEKEEPING.call(
                () -> findByIdOptional(document.value()).map(Journey::tenant));
    }

    @Override
    public Set<DocumentId> ended(Set<DocumentId> documents) {
        return DatabaseRole.HOUSEKEEPING.call(() -> endedAmong(documents));
    }

    private Set<DocumentId> endedAmong(Set<DocumentId> documents) {
        Set<DocumentId> ended = new HashSet<>(documents);
        List<UUID> ids = documents.stream().map(DocumentId::value).toList();
        find("document in ?1", ids).stream()
                .filter(journey -> !journey.state().ended())
                .forEach(journey -> ended.remove(journey.document()));
        return ended;
    }

    @Override
    public long documents() {
        return DatabaseRole.HOUSEKEEPING.call(() -> count("state in ?1", JourneyState.underWay()));
    }

    /// What waits and is being read, of all tenants and replicas.
    Queue queue() {
        return DatabaseRole.HOUSEKEEPING.call(this::counted);
    }

    private Queue counted() {
        Map<JourneyState, Long> documents = new EnumMap<>(JourneyState.class);
        JourneyState.underWay().forEach(state -> documents.put(state, 0L));
        @Nullable Instant oldest = null;
        String query = "select state, count(*), min(receivedAt) from Journey where state in :states group by state";
        for (Object[] row : getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter("states", JourneyState.underWay())
                .getResultList()) {
            documents.put((JourneyState) row[0], (Long) row[1]);
            Instant first = (Instant) row[2];
            oldest = oldest == null || first.isBefore(oldest) ? first : oldest;
        }
        return new Queue(documents, oldest);
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
                tell(journey, true);
            }
        }
        return journey;
    }

    private Optional<Journey> locked(DocumentId document) {
        return findByIdOptional(document.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /// @param underWay whether it was under way until now: a journey ends once, whatever is erased later
    private void tell(Journey journey, boolean underWay) {
        moved.fire(new JourneyMoved(journey.document(), journey.state()));
        if (underWay && journey.state().ended()) {
            ended.fire(journey.ending());
        }
    }

    private static RefusedException unknown() {
        return new RefusedException(PrivacyRefusal.UNKNOWN);
    }
}
