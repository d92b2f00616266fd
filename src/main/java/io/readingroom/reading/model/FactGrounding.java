package io.readingroom.reading.model;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.grounding.Alignment;
import io.readingroom.grounding.Evidence;
import io.readingroom.grounding.Grounded;
import io.readingroom.grounding.Grounder;
import io.readingroom.grounding.Passage;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.grounding.value.Values;
import io.readingroom.reading.Field;
import io.readingroom.reading.GroundedFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps the values of an answer that stand in the passage and are of their field's kind.
final class FactGrounding {

    private static final int MOST_EVIDENCE = 12;
    private static final int LONGEST_SENTENCE = 400;

    /// Words for a length of time that has no number.
    private static final Pattern OPEN_END = Pattern.compile(
            "(?i)\\b(?:indefinite(?:ly)?|perpetu(?:al|ally|ity)|forever|permanent(?:ly)?|until|(?:so|as) long as"
                    + "|during|for the (?:life|term|duration))\\b|永久|无限|無限|無期限|长期|長期|期间|期間|まで");
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|an?)\\s+", Pattern.CASE_INSENSITIVE);

    private final Passage passage;
    private final Grounder grounder;

    FactGrounding(Passage passage) {
        this.passage = passage;
        this.grounder = new Grounder(passage);
    }

    Facts keep(List<Field> fields, FactsAnswer answer, Echo echo, int invalid) {
        Map<List<String>, GroundedFact> facts = new LinkedHashMap<>();
        int dropped = 0;
        for (Field field : fields) {
            List<String> written = answer.values().getOrDefault(field.name(), List.of());
            Rules rules = new Rules(field, passage);
            List<Span> found = rules.found();
            int before = facts.size();
            for (String value : written) {
                String words = WrittenValue.clean(value, field.type());
                if (words.isEmpty() || isEcho(field, words, echo) || rules.excepted(words)) {
                    continue;
                }
                Optional<GroundedFact> fact = rules.inFull(words)
                        .flatMap(full -> ground(field, full, rules))
                        .flatMap(one -> decided(field, one, found));
                dropped += fact.isEmpty() ? 1 : 0;
                fact.ifPresent(kept -> facts.putIfAbsent(key(kept), kept));
            }
            if (facts.size() == before && !found.isEmpty()) {
                GroundedFact own = fact(field, List.of(place(found.getFirst())));
                facts.putIfAbsent(key(own), own);
            }
        }
        List<GroundedFact> ordered = new ArrayList<>(facts.values());
        ordered.sort(Comparator.comparingInt(
                fact -> fact.evidence().getFirst().span().start()));
        return new Facts(ordered, dropped, invalid, !answer.finished());
    }

    private Optional<GroundedFact> ground(Field field, String words, Rules rules) {
        if (!allowed(field, words)) {
            return Optional.empty();
        }
        Cues cues = Cues.of(field, passage.language());
        List<Evidence> places = grounder.find(words, cues.words())
                .map(found -> places(found, field, cues, rules))
                .orElse(List.of());
        if (places.isEmpty()) {
            return Optional.empty();
        }
        GroundedFact fact = fact(field, field.rules().sentence() ? sentence(places) : places);
        return plausible(field.type(), fact) ? Optional.of(fact) : Optional.empty();
    }

    private GroundedFact fact(Field field, List<Evidence> places) {
        String quote = places.getFirst().quote().reveal();
        ProtectedText value = ProtectedText.of(quote.strip().replaceAll("\\s+", " "));
        String normalized = Values.normalize(field.type(), value.reveal(), passage.language());
        return new GroundedFact(field.name(), value, protect(normalized), places);
    }

    /// Where patterns find the value, the model's must be one of those they find, and is written as they find it.
    private Optional<GroundedFact> decided(Field field, GroundedFact fact, List<Span> found) {
        if (found.isEmpty()) {
            return Optional.of(fact);
        }
        String said = fact.value().reveal().toLowerCase(Locale.ROOT);
        return found.stream()
                .filter(span ->
                        said.contains(passage.text().slice(span).reveal().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(span -> fact(field, List.of(place(span))));
    }

    private Evidence place(Span span) {
        Span sentence = passage.sentences().stream()
                .filter(one -> one.overlaps(span))
                .reduce((first, last) -> new Span(first.start(), last.end()))
                .orElse(span);
        return new Evidence(
                span, Page.at(passage.pages(), span.start()), passage.text().slice(span), sentence, Alignment.EXACT);
    }

    /// The sentence around the most telling place, but for those that go on for ever.
    private List<Evidence> sentence(List<Evidence> places) {
        Span sentence = places.getFirst().sentence();
        return sentence.length() > LONGEST_SENTENCE ? places : List.of(place(trimmed(sentence)));
    }

    private Span trimmed(Span span) {
        String text = passage.text().slice(span).reveal();
        int start = span.start() + text.length() - text.stripLeading().length();
        return new Span(start, start + text.strip().length());
    }

    private List<Evidence> places(Grounded found, Field field, Cues cues, Rules rules) {
        boolean needsCue = field.requireCue() && !rules.signed();
        return Stream.concat(Stream.of(found.evidence()), found.others().stream())
                .filter(place -> !needsCue || cues.in(passage.text(), place.sentence()))
                .filter(place -> rules.speakFor(place.span()))
                .limit(MOST_EVIDENCE)
                .toList();
    }

    /// A value that is chosen from a list may well be named in the question.
    private static boolean isEcho(Field field, String words, Echo echo) {
        return field.allowed().isEmpty() && echo.repeats(words);
    }

    private static boolean allowed(Field field, String words) {
        return field.allowed().isEmpty() || field.allowed().stream().anyMatch(words::equalsIgnoreCase);
    }

    /// A value that has no normal form may still be one: a date or sum that holds a number, a length of time in
    /// words, such as "indefinitely".
    private static boolean plausible(ValueType type, GroundedFact fact) {
        String value = fact.value().reveal();
        return switch (type) {
            case TEXT -> value.codePoints().anyMatch(Character::isLetterOrDigit);
            case NAME -> isName(value);
            case DURATION ->
                fact.normalized() != null || OPEN_END.matcher(value).find();
            case DATE, AMOUNT, NUMBER ->
                fact.normalized() != null || value.codePoints().anyMatch(Character::isDigit);
        };
    }

    /// A name begins with a capital where its script has them; that of an article proves nothing.
    private static boolean isName(String value) {
        return ARTICLE.matcher(value)
                .replaceFirst("")
                .codePoints()
                .anyMatch(letter -> Character.isLetter(letter) && !Character.isLowerCase(letter));
    }

    private static @Nullable ProtectedText protect(@Nullable String text) {
        return text == null ? null : ProtectedText.of(text);
    }

    private static List<String> key(GroundedFact fact) {
        ProtectedText compared = fact.normalized() == null ? fact.value() : fact.normalized();
        return List.of(fact.kind(), compared.reveal().toLowerCase(Locale.ROOT));
    }
}
