package io.readingroom.analysis.summary;

import io.readingroom.analysis.AnalysisConfig;
import io.readingroom.analysis.Material;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.ProtectedText;
import io.readingroom.inference.ModelCard;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.ModelSession;
import io.readingroom.inference.Prompt;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.question.PromptTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Has the model write one summary from the supported sentences of all parts, each shown with its quote: condensing
/// extracts instead of summaries of summaries keeps what was invented from growing (Context-Aware Hierarchical
/// Merging, arXiv 2502.00977). What is more than one prompt is condensed in levels.
@ApplicationScoped
public class ModelCondenser implements Condenser {

    private static final String ENGINE = "ollama";
    private static final int MOST_ASKED = 6;

    private final ModelDoor door;
    private final AnalysisConfig config;
    private final CondenseQuestion question = new CondenseQuestion();
    private final ModelTranslation translation = new ModelTranslation();

    @Inject
    public ModelCondenser(ModelDoor door, AnalysisConfig config) {
        this.door = door;
        this.config = config;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Condensed condense(Material material) throws InterruptedException {
        List<SupportedSentence> sentences = material.readings().stream()
                .flatMap(reading -> reading.summary().stream())
                .toList();
        ModelCard card = door.card();
        int room = Math.min(config.condenseTokens(), card.contextTokens() - reserved());
        try (ModelSession session = door.open()) {
            Condensing condensing = new Condensing(session, card.counter(), question, material.language());
            List<SupportedSentence> written = condensing.whole(sentences, room, asked(material));
            List<SupportedSentence> whole =
                    new EveryPart(material.readings(), written, config.summarySentences()).sentences();
            return new Condensed(whole, condensing.rejected(), condensing.usage(), digests());
        }
    }

    /// One for every part, within what is sensible to ask for at once.
    private int asked(Material material) {
        return Math.clamp(material.readings().size(), 1, MOST_ASKED);
    }

    @Override
    public Condensed translate(List<SupportedSentence> sentences, String from, String to) throws InterruptedException {
        try (ModelSession session = door.open()) {
            return translation.translate(session, door.card().counter(), sentences, from, to);
        }
    }

    private Map<String, ContentDigest> digests() {
        return question.templates().stream().collect(Collectors.toMap(PromptTemplate::name, PromptTemplate::digest));
    }

    private int reserved() throws InterruptedException {
        int output = CondenseQuestion.outputTokens(MOST_ASKED);
        // The second question repeats the sentences that failed: room for one more answer.
        int dearest = 0;
        for (String wording : question.wordings()) {
            dearest = Math.max(dearest, door.cost(new Prompt(ProtectedText.of(""), wording, null, output, 0)));
        }
        return dearest + 2 * output;
    }
}
