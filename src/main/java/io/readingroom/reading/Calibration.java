package io.readingroom.reading;

import io.readingroom.document.ContentDigest;
import io.readingroom.reading.ReadingConfig.Band;
import io.readingroom.reading.ReadingConfig.SentimentConfig;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Where neutral begins and ends for one model, by language, and whether that was fitted or is a guess.
///
/// @param fitted the fitted bands by language subtag, or under `any`
/// @param guess for languages without
public record Calibration(Map<String, Band> fitted, Band guess) {

    private static final String ANY = "any";
    private static final String DIGEST = "sentiment-thresholds.";

    /// What the configuration knows about `model`.
    public static Calibration of(SentimentConfig config, String model) {
        return new Calibration(config.calibrated().getOrDefault(model, Map.of()), config.uncalibrated());
    }

    /// The band for texts in `language`, a BCP 47 tag.
    public Band band(String language) {
        Band band = fitted.get(primary(language));
        return band == null ? fitted.getOrDefault(ANY, guess) : band;
    }

    /// A digest of each fitted band, for the provenance.
    public Map<String, ContentDigest> digests() {
        Map<String, ContentDigest> digests = new LinkedHashMap<>();
        fitted.forEach((language, band) -> digests.put(DIGEST + language, digest(band)));
        return digests;
    }

    /// Whether the sentiment of texts in `language` was judged by fitted thresholds, as the provenance tells.
    public static boolean fitted(Origin origin, String language) {
        return origin.templateDigests().containsKey(DIGEST + primary(language))
                || origin.templateDigests().containsKey(DIGEST + ANY);
    }

    private static ContentDigest digest(Band band) {
        String written = band.negativeBelow() + " " + band.positiveAbove();
        return ContentDigest.of(written.getBytes(StandardCharsets.UTF_8));
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }
}
