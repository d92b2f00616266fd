package io.readingroom.pipeline;

import io.readingroom.reading.Profile;

/// Where the walker finds the profile that a submission names.
@FunctionalInterface
interface ProfileShelf {

    /// The profile of this name.
    ///
    /// @throws io.readingroom.document.RefusedException when there is none
    Profile named(String name);
}
