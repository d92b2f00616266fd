package io.readingroom.grounding;

import io.readingroom.document.Span;
import io.readingroom.grounding.folding.Folded;
import io.readingroom.grounding.folding.Token;
import io.readingroom.grounding.folding.WordEdges;
import io.readingroom.grounding.value.Mentions;
import io.readingroom.grounding.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the words of an answer in a passage again. Built once per passage, asked for each answer.
///
/// Exact words first, then normalised ones, then another way of writing the same date, sum, duration or
/// percentage, else an alignment of at least 0.9 in which digits, dates, currencies and negations are
/// identical. Only whole words and whole numbers are found: `art` does not stand in `party`, nor `500` in
/// `1,500`. Not thread-safe.
public final class Grounder {

    private static final double SIMILARITY = 0.9;
    private static final int MOST_PLACES = 200;

    /// Words that may stand beside a value in an answer without changing it.
    private static final Pattern FILLER = Pattern.compile(
            "\\b(?:a|an|the|of|on|as|at|for|in|from|dated?|effective|approximately|about|period|term|total)\\b|[\\p{Punct}\\s]");

    private final Passage passage;
    private final String window;
    private final Folded folded;
    private final Surroundings surroundings;
    private @Nullable Folded joined;
    private @Nullable List<Mentions.Found> mentions;
    private @Nullable List<Token> tokens;
    private @Nullable TokenAlignment alignment;

    public Grounder(Passage passage) {
        this.passage = passage;
        this.window = passage.text().slice(passage.window()).reveal();
        this.folded = Folded.of(window);
        this.surroundings = new Surroundings(passage, folded);
    }

    /// Looks for `words`; of several places the one with a cue word in its sentence wins, else one with a cue
    /// word in the sentence before or behind it, else the first.
    ///
    /// @param words the answer, in the words of the document
    /// @param cues words that speak of what was asked, in the passage's language; may be empty
    /// @return empty when the words do not stand in the passage
    public Optional<Grounded> find(String words, List<String> cues) {
        String wanted = words.strip();
        String query = Folded.text(wanted);
        if (query.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        List<Evidence> places = evidence(exact(wanted), Alignment.EXACT);
        if (places.isEmpty()) {
            places = evidence(normalized(wanted, query), Alignment.NORMALIZED);
        }
        if (places.isEmpty()) {
            places = evidence(sameValue(query), Alignment.NORMALIZED);
        }
        if (places.isEmpty()) {
            places = evidence(aligned(query), Alignment.ALIGNED);
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(best(places, cues));
    }

    private List<Span> exact(String wanted) {
        List<Span> found = new ArrayList<>();
        int from = window.indexOf(wanted);
        while (from >= 0 && found.size() < MOST_PLACES) {
            found.add(new Span(from, from + wanted.length()));
            from = window.indexOf(wanted, from + 1);
        }
        return whole(found);
    }

    private List<Span> normalized(String wanted, String query) {
        List<Span> found = whole(folded.occurrences(query, MOST_PLACES));
        if (!found.isEmpty()) {
            return found;
        }
        if (joined == null) {
            joined = Folded.joined(window);
        }
        return whole(joined.occurrences(Folded.joined(wanted).text(), MOST_PLACES));
    }

    /// `20th day of May, 2014` for `May 20, 2014`.
    private List<Span> sameValue(String query) {
        List<Mentions.Found> asked = Mentions.scanComparable(query, passage.language());
        if (asked.size() != 1 || !isTelling(asked.getFirst())) {
            return List.of();
        }
        Mentions.Found value = asked.getFirst();
        String rest = query.substring(0, value.from()) + query.substring(value.to());
        if (!FILLER.matcher(rest).replaceAll("").isEmpty()) {
            return List.of();
        }
        if (mentions == null) {
            mentions = Mentions.scan(folded.text(), passage.language());
        }
        return mentions.stream()
                .filter(found ->
                        found.type() == value.type() && found.normalized().equals(value.normalized()))
                .limit(MOST_PLACES)
                .map(found -> folded.span(found.from(), found.to()))
                .toList();
    }

    private static boolean isTelling(Mentions.Found value) {
        return value.type() != ValueType.NUMBER || value.normalized().endsWith("%");
    }

    private List<Span> aligned(String query) {
        if (tokens == null || alignment == null) {
            tokens = Token.of(folded.text());
            alignment = new TokenAlignment(tokens);
        }
        List<String> fixed = Invariants.of(query);
        List<Span> found = new ArrayList<>();
        for (TokenAlignment.Match match : alignment.find(Token.of(query), SIMILARITY)) {
            int from = tokens.get(match.from()).from();
            int to = tokens.get(match.to() - 1).to();
            if (Invariants.of(folded.text().substring(from, to)).equals(fixed)) {
                found.add(folded.span(from, to));
            }
        }
        return whole(found);
    }

    private List<Span> whole(List<Span> found) {
        return found.stream().filter(span -> WordEdges.whole(window, span)).toList();
    }

    private List<Evidence> evidence(List<Span> found, Alignment how) {
        return found.stream().map(span -> surroundings.evidence(span, how)).toList();
    }

    private Grounded best(List<Evidence> places, List<String> cues) {
        Evidence best = places.getFirst();
        int relevance = surroundings.relevance(best, cues);
        for (Evidence place : places) {
            int other = surroundings.relevance(place, cues);
            if (other > relevance) {
                best = place;
                relevance = other;
            }
        }
        Evidence chosen = best;
        return new Grounded(
                best, places.stream().filter(place -> !place.equals(chosen)).toList());
    }
}
