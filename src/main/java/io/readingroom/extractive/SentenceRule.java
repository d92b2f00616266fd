package io.readingroom.extractive;

import io.readingroom.document.Span;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.grounding.value.Values;
import io.readingroom.reading.Field;
import java.util.List;
import java.util.regex.Pattern;

/// Whole sentences that say something of a kind, such as an obligation or a decision.
final class SentenceRule implements Rule {

    static final SentenceRule OBLIGATION = new SentenceRule("\\b(?:shall|must|agrees? to|undertakes? to|is required to"
            + "|are required to|is obliged to|are obliged to|may not)\\b|必须|必須|应当|應當|不得|须(?=[在向将对以])|有义务"
            + "|なければならない|なければなりません|ものとする|してはならない|義務を負");

    static final SentenceRule DECISION =
            new SentenceRule("\\b(?:decided|resolved|approved|adopted|has agreed|have agreed"
                    + "|was agreed|were agreed|voted|rejected)\\b|决定|決定|决议|決議|批准|通过了|通過了|承認|可決|同意(?=[了增将])|合意した");

    private static final int LONGEST = 400;
    private static final int SHORTEST = 8;

    private final Pattern pattern;

    private SentenceRule(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public List<Find> find(Scene scene, Field field) {
        return scene.sentences().stream()
                .filter(sentence -> sentence.length() >= SHORTEST && sentence.length() <= LONGEST)
                .filter(sentence -> pattern.matcher(scene.text(sentence)).find())
                .map(sentence -> find(scene, sentence))
                .toList();
    }

    private static Find find(Scene scene, Span sentence) {
        return new Find(sentence, Values.normalize(ValueType.TEXT, scene.text(sentence), scene.language()));
    }
}
