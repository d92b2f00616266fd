package io.readingroom.journey;

import io.readingroom.access.CallerIdentity;
import io.readingroom.access.OnBehalf;
import io.readingroom.access.Roles;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.PrivacyRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/// Answers callers about their own tenant's journeys.
@ApplicationScoped
class JourneyDesk {

    private final StoredJourneys journeys;
    private final CallerIdentity identity;
    private final Pace pace;
    private final Bell bell;
    private final JourneyConfig config;

    JourneyDesk(StoredJourneys journeys, CallerIdentity identity, Pace pace, Bell bell, JourneyConfig config) {
        this.journeys = journeys;
        this.identity = identity;
        this.pace = pace;
        this.bell = bell;
        this.config = config;
    }

    Duration longestWait() {
        return config.longestWait();
    }

    /// The id that a caller wrote.
    ///
    /// @throws RefusedException when it is none
    static DocumentId document(String id) {
        return DocumentId.parse(id).orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN));
    }

    JourneyView view(DocumentId document) {
        return view(document, tenant());
    }

    JourneyView view(DocumentId document, String tenant) {
        return view(OnBehalf.ofTenant(tenant, () -> journeys.of(document, tenant)));
    }

    JourneyView cancel(DocumentId document) {
        return view(journeys.cancel(document, tenant()));
    }

    @Transactional
    JourneyPage list(Search search) {
        List<Journey> found = search.in(journeys, tenant());
        List<Journey> page = found.subList(0, Math.min(found.size(), search.limit()));
        return new JourneyPage(
                page.stream().map(this::view).toList(),
                found.size() > page.size() ? Cursor.after(page.getLast()).text() : null);
    }

    /// Waits until a journey has ended, and tells where it stands then, or when the time is over or the
    /// replica stops.
    JourneyView await(DocumentId document, Duration most) throws InterruptedException {
        String tenant = tenant();
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            long rings = bell.rings();
            JourneyView view = view(document, tenant);
            long left = end - System.nanoTime();
            if (ended(view) || left <= 0 || bell.closing()) {
                return view;
            }
            bell.await(rings, Duration.ofNanos(left));
        }
    }

    static boolean ended(JourneyView view) {
        return JourneyState.of(view.state()).orElseThrow().ended();
    }

    /// Whether the caller may see what documents say.
    boolean callerReads() {
        return identity.current().is(Roles.READER);
    }

    String tenant() {
        return identity.current().tenant();
    }

    private JourneyView view(Journey journey) {
        return JourneyView.of(journey, pace.secondsLeft(journey));
    }
}
