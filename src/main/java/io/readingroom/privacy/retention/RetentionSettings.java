package io.readingroom.privacy.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

/// How long documents are kept.
@ConfigMapping(prefix = "reading-room.privacy.retention")
public interface RetentionSettings {

    /// Retention classes by name, each with the period after a document's receipt when it is erased by
    /// itself, as `P30D` or `P10Y`. A document keeps the date that its class gave it when it came: a
    /// class that is changed later changes it for documents to come.
    Map<String, Period> classes();

    /// The class of a document that names none. Without one such documents are kept until somebody
    /// erases them, which loses none by mistake and forgets none by itself.
    Optional<String> defaultClass();

    /// How often documents that are due are looked for, by one replica at a time. A document outlives
    /// its date by so much at most; more often costs a query more often.
    @WithDefault("PT15M")
    Duration every();

    /// How many due documents are looked up at once. Each is erased in a transaction of its own.
    @WithDefault("100")
    int batch();
}
