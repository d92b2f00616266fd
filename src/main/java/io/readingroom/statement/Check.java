package io.readingroom.statement;

import java.util.List;

/// Looks at one side of what keeps documents in the house.
interface Check {

    /// Looks now.
    List<Finding> look();

    /// Whether it asks nobody else, so that a start can wait for it.
    default boolean isLocal() {
        return true;
    }
}
