package io.readingroom.document;

import java.util.Set;

/// The profiles that there are, for those who take a name in and do not read.
public interface ProfileNames {

    /// The names of all profiles, sorted.
    Set<String> names();
}
