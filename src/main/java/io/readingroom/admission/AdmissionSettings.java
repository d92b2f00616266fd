package io.readingroom.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How denied requests stand in the register, and how content is read in an emergency.
@ConfigMapping(prefix = "reading-room.admission")
interface AdmissionSettings {

    /// For how long requests that are denied for the same reason, of the same caller or of unknown ones, are counted
    /// into one event. The first is recorded at once, the others together when this time is over. Longer keeps the
    /// register short under a flood of requests, shorter tells when they came.
    @WithDefault("60S")
    Duration denialInterval();

    /// Reading in an emergency.
    Emergency breakGlass();

    /// What whoever breaks the glass must say, and how long it helps.
    interface Emergency {

        /// The reasons that may be given, as stable words: they stand in the register. A reason that is too broad says
        /// nothing to whoever reviews it.
        @WithDefault("danger-to-life,court-order,security-incident")
        List<String> reasons();

        /// For how long content can be read. Longer spares a second opening, shorter leaves less behind for whoever
        /// comes by the token.
        @WithDefault("60M")
        Duration time();
    }
}
