package io.readingroom.extractive;

import io.readingroom.document.Span;
import io.readingroom.grounding.value.Mention;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Dates, sums, durations and numbers. Of a kind that a document has once, the place with the most cue words
/// around it is taken, the first of equals.
final class ValueRule implements Rule {

    private static final int AROUND = 120;

    private final ValueType type;

    ValueRule(ValueType type) {
        this.type = type;
    }

    @Override
    public List<Find> find(Scene scene, Field field) {
        List<Mention> mentions = scene.mentions().stream()
                .filter(mention -> mention.type() == type)
                .filter(mention ->
                        type != ValueType.NUMBER || mention.normalized().endsWith("%"))
                .filter(mention ->
                        type != ValueType.DATE || mention.normalized().length() > 4)
                .toList();
        List<String> cues = cues(field, scene.language());
        List<Find> finds = new ArrayList<>();
        int most = 0;
        for (Mention mention : mentions) {
            int score = score(scene, mention.span(), cues);
            boolean better = score > most || (finds.isEmpty() && !field.requireCue());
            Find find = new Find(mention.span(), mention.normalized());
            if (field.many() && (score > 0 || !field.requireCue())) {
                finds.add(find);
            } else if (!field.many() && better) {
                finds.clear();
                finds.add(find);
            }
            most = Math.max(most, score);
        }
        return finds;
    }

    static List<String> cues(Field field, String language) {
        List<String> cues = field.cues().getOrDefault(language.split("-")[0], List.of());
        return cues.isEmpty() ? field.cues().getOrDefault("en", List.of()) : cues;
    }

    /// The number of different cue words near `span` in its sentence.
    private static int score(Scene scene, Span span, List<String> cues) {
        Span sentence = scene.sentenceAt(span.start());
        int from = Math.max(Math.min(sentence.start(), span.start()), span.start() - AROUND);
        int to = Math.min(Math.max(sentence.end(), span.end()), span.end() + AROUND);
        String around = scene.text().substring(from, to).toLowerCase(Locale.ROOT);
        return (int) cues.stream()
                .filter(cue -> around.contains(cue.toLowerCase(Locale.ROOT)))
                .count();
    }
}
