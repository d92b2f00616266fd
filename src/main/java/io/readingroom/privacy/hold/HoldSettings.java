package io.readingroom.privacy.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// Legal holds.
@ConfigMapping(prefix = "reading-room.privacy.hold")
interface HoldSettings {

    /// The reasons that a hold can be set for. They stand in the register, so they are words of yours
    /// and not what somebody types: a case's name could say something about a person.
    @WithDefault("litigation,investigation,audit,regulator")
    List<String> reasons();
}
