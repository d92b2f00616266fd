package io.readingroom.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How readings are brought together.
@ConfigMapping(prefix = "reading-room.analysis")
public interface AnalysisConfig {

    /// How many sentences the summary of a document of several chunks may have, at least one. The model writes
    /// some of them about the whole; each part that these leave out adds one of its own. More say more and take
    /// longer to read.
    @WithDefault("10")
    int summarySentences();

    /// How many of the sentences that carry the sentiment are named.
    @WithDefault("5")
    int sentimentDrivers();

    /// The most tokens of one prompt that condenses summaries; longer material is condensed in levels. Larger prompts
    /// see more at once, smaller ones are read more rightly.
    @WithDefault("6000")
    int condenseTokens();
}
