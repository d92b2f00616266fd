package io.readingroom.analysis.summary;

import io.readingroom.analysis.Material;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import java.util.List;
import java.util.Map;

/// Makes one summary of the supported sentences of several parts.
public interface Condenser {

    /// Which engine condenses: the same name as its reader's.
    String engine();

    /// The summary of the whole; each of its sentences is supported by quotes of the parts.
    ///
    /// @param material whose readings hold the sentences, of more than one chunk
    /// @throws io.readingroom.inference.InferenceException when the model server gives no usable answer
    Condensed condense(Material material) throws InterruptedException;

    /// Supported sentences in another language, each with the evidence it had and in the same order; a sentence that
    /// cannot be translated with all its numbers stays as it is. An engine that does not translate changes nothing.
    ///
    /// @param from BCP 47 tag of their language
    /// @param to BCP 47 tag of the language asked for
    default Condensed translate(List<SupportedSentence> sentences, String from, String to) throws InterruptedException {
        return new Condensed(sentences, Rejected.NONE, Usage.NONE, Map.of());
    }
}
