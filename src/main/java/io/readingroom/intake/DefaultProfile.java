package io.readingroom.intake;

import io.quarkus.runtime.StartupEvent;
import io.readingroom.document.ProfileNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// The profile of a submission that names none.
@ApplicationScoped
class DefaultProfile {

    private final IntakeSettings settings;
    private final ProfileNames profiles;

    DefaultProfile(IntakeSettings settings, ProfileNames profiles) {
        this.settings = settings;
        this.profiles = profiles;
    }

    /// A name that no profile has refuses the start: each submission that names none would be refused.
    void onStart(@Observes StartupEvent start) {
        if (!profiles.names().contains(name())) {
            throw new IllegalStateException(
                    "reading-room.intake.default-profile is \"" + name() + "\", but there is only " + profiles.names());
        }
    }

    String name() {
        return settings.defaultProfile();
    }
}
