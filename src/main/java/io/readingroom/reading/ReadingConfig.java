package io.readingroom.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// How documents are read.
@ConfigMapping(prefix = "reading-room.reading")
public interface ReadingConfig {

    /// The length of a chunk to aim at, in tokens of the model. Smaller chunks are read more rightly and their facts
    /// missed less often; each one costs its questions and answers again.
    @WithDefault("6000")
    int targetTokens();

    /// The least tokens of a chunk that is still cut in two when the answer about it does not end. Smaller chunks keep
    /// the finished part of such an answer: halving them again costs more prompts than it finds facts.
    @WithDefault("1500")
    int splitTokens();

    /// A folder with profiles of your own (`*.yaml`), read at the start beside those that ship. A profile of the same
    /// name replaces the shipped one. A wrong file refuses the start and says which line is wrong.
    Optional<Path> profilesDirectory();

    /// How the verdict about the sentiment is reached.
    SentimentConfig sentiment();

    /// How the verdict about the sentiment is reached.
    interface SentimentConfig {

        /// Per model, as the server names it, and per language (`en`, or `any`): where neutral begins and ends. A model
        /// without an entry is judged by `uncalibrated` and its answers say so.
        Map<String, Map<String, Band>> calibrated();

        /// Where neutral begins and ends for a model whose thresholds nobody has fitted.
        Band uncalibrated();
    }

    /// The band of neutral on the scale log p(positive) - log p(negative) of the first token of the answer. A wide band
    /// calls weak opinions neutral; a narrow one finds an opinion in every text.
    interface Band {

        /// Below it the text is negative.
        @WithDefault("-1.0")
        double negativeBelow();

        /// Above it the text is positive.
        @WithDefault("1.0")
        double positiveAbove();
    }
}
