package io.readingroom.reading.model;

import io.readingroom.document.Span;
import io.readingroom.grounding.Passage;
import io.readingroom.reading.Field;
import io.readingroom.reading.FieldRules.Sign;
import io.readingroom.reading.question.Languages;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of a field at work on one passage.
final class Rules {

    private static final int REACH = 450;
    private static final int LEAST = 1;
    private static final String PLACE = "<value>";
    private static final Pattern END = Pattern.compile("[.;](?=\\s)|[。；]");

    private final Passage passage;
    private final List<Pattern> find;
    private final List<Sign> signs;
    private final List<Pattern> except;
    private final boolean signed;
    private final @Nullable ShortForms shortForms;

    Rules(Field field, Passage passage) {
        String language = Languages.primary(passage.language());
        this.passage = passage;
        this.find = field.rules().find().getOrDefault(language, List.of());
        this.signs = field.rules().signs().getOrDefault(language, List.of());
        this.except = field.rules().except();
        this.shortForms = field.rules().fullName()
                ? new ShortForms(passage.text().slice(passage.window()).reveal())
                : null;
        this.signed = signs.stream().anyMatch(sign -> sign.weight() > 0);
    }

    /// Whether there are signs that a value must have.
    boolean signed() {
        return signed;
    }

    /// Whether these words are no value of the field, wherever they stand.
    boolean excepted(String words) {
        return except.stream().anyMatch(pattern -> pattern.matcher(words).matches());
    }

    /// The words, or the name in full that the document defines them for; empty when that is not to be found.
    Optional<String> inFull(String words) {
        return shortForms == null ? Optional.of(words) : shortForms.inFull(words);
    }

    /// Whether the words around a place speak for it. With signs only against, none of them may be there.
    boolean speakFor(Span place) {
        if (signs.isEmpty()) {
            return true;
        }
        String around = around(place);
        int sum = signs.stream()
                .filter(sign -> sign.pattern().matcher(around).find())
                .mapToInt(Sign::weight)
                .sum();
        return signed ? sum >= LEAST : sum >= 0;
    }

    /// What the patterns find in the passage, the surest pattern's first.
    List<Span> found() {
        return find.stream().flatMap(this::matches).toList();
    }

    private Stream<Span> matches(Pattern pattern) {
        String text = passage.text().slice(passage.window()).reveal();
        return pattern.matcher(text)
                .results()
                .map(match -> new Span(match.start("value"), match.end("value")))
                .map(span -> span.shift(passage.window().start()));
    }

    /// The sentence or clause around a place on one line, the place itself as `<value>`.
    private String around(Span place) {
        Span window = passage.window();
        String before = passage.text()
                .slice(new Span(Math.max(window.start(), place.start() - REACH), place.start()))
                .reveal();
        String behind = passage.text()
                .slice(new Span(place.end(), Math.min(window.end(), place.end() + REACH)))
                .reveal();
        int from = lastEnd(before);
        int to = firstEnd(behind).orElse(behind.length());
        return (before.substring(from) + PLACE + behind.substring(0, to)).replaceAll("\\s+", " ");
    }

    private static int lastEnd(String before) {
        int end = 0;
        Matcher matcher = END.matcher(before);
        while (matcher.find()) {
            end = matcher.end();
        }
        return end;
    }

    private static Optional<Integer> firstEnd(String behind) {
        Matcher matcher = END.matcher(behind);
        return matcher.find() ? Optional.of(matcher.start()) : Optional.empty();
    }
}
