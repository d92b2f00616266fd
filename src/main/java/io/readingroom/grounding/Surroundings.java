package io.readingroom.grounding;

import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.grounding.folding.Folded;
import io.readingroom.grounding.folding.WordEdges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sentences around a place of a passage, and whether they speak of what was asked.
final class Surroundings {

    private static final int MOST_CUES = 2000;

    private final Passage passage;
    private final Folded folded;
    private final String window;
    private final Map<String, List<Span>> cuePlaces = new HashMap<>();

    /// @param folded the folded window of the passage
    Surroundings(Passage passage, Folded folded) {
        this.passage = passage;
        this.folded = folded;
        this.window = passage.text().slice(passage.window()).reveal();
    }

    /// The evidence for `span`, which is counted from the beginning of the window.
    Evidence evidence(Span span, Alignment alignment) {
        Span whole = span.shift(passage.window().start());
        return new Evidence(
                whole,
                Page.at(passage.pages(), whole.start()),
                passage.text().slice(whole),
                sentences(whole, 0),
                alignment);
    }

    /// 2 when a cue stands in the sentence around `place`, 1 when in the sentence before or behind it, else 0.
    int relevance(Evidence place, List<String> cues) {
        if (cues.isEmpty()) {
            return 0;
        }
        if (hasCue(place.sentence(), cues)) {
            return 2;
        }
        return hasCue(sentences(place.span(), 1), cues) ? 1 : 0;
    }

    /// From the first sentence that `span` touches to the last one, and `more` sentences on each side.
    private Span sentences(Span span, int more) {
        List<Span> all = passage.sentences();
        if (all.isEmpty()) {
            return passage.window();
        }
        int first = Math.max(0, sentenceAt(span.start()) - more);
        int last = Math.min(all.size() - 1, sentenceAt(Math.max(span.start(), span.end() - 1)) + more);
        int start = Math.min(all.get(first).start(), span.start());
        return new Span(start, Math.max(all.get(last).end(), span.end()));
    }

    private int sentenceAt(int offset) {
        int low = 0;
        int high = passage.sentences().size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offset < passage.sentences().get(middle).end()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean hasCue(Span sentence, List<String> cues) {
        int start = sentence.start() - passage.window().start();
        int end = sentence.end() - passage.window().start();
        return cues.stream()
                .anyMatch(cue -> places(cue).stream().anyMatch(at -> at.start() >= start && at.end() <= end));
    }

    private List<Span> places(String cue) {
        return cuePlaces.computeIfAbsent(cue, this::find);
    }

    /// A cue may begin a longer word: `govern` stands in `governed`.
    private List<Span> find(String cue) {
        List<Span> found = new ArrayList<>();
        for (Span place : folded.occurrences(Folded.text(cue), MOST_CUES)) {
            if (WordEdges.begins(window, place.start())) {
                found.add(place);
            }
        }
        return found;
    }
}
