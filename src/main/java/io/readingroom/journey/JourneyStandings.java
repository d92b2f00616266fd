package io.readingroom.journey;

import io.readingroom.document.DocumentId;
import io.readingroom.document.Refusal;
import io.readingroom.privacy.PrivacyRefusal;
import io.readingroom.result.Standing;
import io.readingroom.result.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells those who give out answers where documents stand.
@ApplicationScoped
class JourneyStandings implements Standings {

    private static final long SECONDS_WHEN_UNKNOWN = 5;

    private final StoredJourneys journeys;
    private final Pace pace;

    JourneyStandings(StoredJourneys journeys, Pace pace) {
        this.journeys = journeys;
        this.pace = pace;
    }

    @Override
    @Transactional
    public Optional<Standing> find(DocumentId document) {
        return journeys.findByIdOptional(document.value())
                .map(journey -> new Standing(
                        journey.tenant(),
                        problem(journey),
                        Duration.ofSeconds(Math.max(1, pace.secondsLeft(journey).orElse(SECONDS_WHEN_UNKNOWN)))));
    }

    private static @Nullable Refusal problem(Journey journey) {
        return switch (journey.state()) {
            case RECEIVED, EXTRACTING, READING, COMPLETED -> null;
            case FAILED -> journey.problem();
            case CANCELLED -> JourneyRefusal.CANCELLED;
            case ERASED -> PrivacyRefusal.ERASED;
        };
    }
}
