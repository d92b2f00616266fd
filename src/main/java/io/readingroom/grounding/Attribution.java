package io.readingroom.grounding;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.grounding.folding.Characters;
import io.readingroom.grounding.folding.Folded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the sentences of a passage that support a sentence written by a model: by terms weighted by their
/// rarity in the passage (inverse document frequency, Spärck Jones 1972), character bigrams for Chinese and
/// Japanese. Every number, date and name of the sentence must stand in them, numbers compared as values
/// (`4,250万` is 42.5 million), and a sentence that denies is not supported by one that does not.
///
/// Across languages there are no terms to compare: a sentence in another script than the passage is supported
/// only when it has a value or name of its own and all of them stand in the passage; otherwise it is refused,
/// even if it is true. What no comparison of words can see, such as two names that changed places, passes.
public final class Attribution {

    private static final int MOST = 3;

    private final List<Support> sentences = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Passage passage;
    private final boolean wide;

    public Attribution(Passage passage) {
        this.passage = passage;
        for (Span span : passage.sentences()) {
            String text = passage.text().slice(span).reveal();
            String folded = Folded.text(text);
            if (!folded.isEmpty()) {
                Support support = Support.of(trim(span, text), folded, passage.language());
                sentences.add(support);
                support.terms().forEach(term -> frequency.merge(term, 1, Integer::sum));
            }
        }
        wide = isWide(Folded.text(passage.text().slice(passage.window()).reveal()));
    }

    /// The supporting sentences, best first, at most three; empty when the sentence is not supported.
    public List<Evidence> support(String sentence) {
        String folded = Folded.text(sentence);
        boolean foreign = isWide(folded) != wide;
        String language = foreign ? (wide ? "en" : "und") : passage.language();
        Claims claims = Claims.of(sentence, language);
        Set<String> terms = Terms.of(folded);
        Search search = new Search(sentences, terms, claims, this::weight);
        List<Support> found = search.best(MOST);
        boolean supported = foreign
                ? search.covers(found) && search.hasTellingClaim()
                : search.covers(found) && search.share(found) >= Search.ENOUGH;
        if (found.isEmpty() || !supported || Negations.contradict(folded, search, found)) {
            return List.of();
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((Support one) -> search.share(List.of(one)))
                        .reversed())
                .map(this::evidence)
                .toList();
    }

    /// Rare terms tell more; a term that the passage does not have tells as much as one it has once.
    private double weight(String term) {
        return Math.log(1.0 + (double) sentences.size() / frequency.getOrDefault(term, 1));
    }

    private Evidence evidence(Support support) {
        ProtectedText quote = passage.text().slice(support.span());
        int page = Page.at(passage.pages(), support.span().start());
        return new Evidence(support.span(), page, quote, support.span(), Alignment.SUPPORTING);
    }

    private static Span trim(Span span, String text) {
        String stripped = text.strip();
        int start = span.start() + text.indexOf(stripped);
        return new Span(start, start + stripped.length());
    }

    /// Whether most letters are Chinese or Japanese.
    private static boolean isWide(String folded) {
        long letters = folded.codePoints().filter(Character::isLetter).count();
        long wideLetters = folded.codePoints()
                .filter(point -> Character.isLetter(point) && Characters.isWide(point))
                .count();
        return wideLetters * 3 > letters;
    }
}
