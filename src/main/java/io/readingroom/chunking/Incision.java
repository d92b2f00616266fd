package io.readingroom.chunking;

import io.readingroom.document.Span;

/// Where to cut inside a sentence that is too long: behind a line, a clause or a word near the place wished for, else
/// between two characters. Never between the halves of a surrogate pair, or of a line end of two characters.
final class Incision {

    static final int NONE = -1;

    private static final int LINE = 3;
    private static final String CLAUSE_ENDS = ",;:、，；：";

    private Incision() {}

    /// The place of a cut inside `span`, at most a quarter of its length from `wished`, or [#NONE] where it holds only
    /// one character.
    static int near(String text, Span span, int wished) {
        int reach = Math.max(1, span.length() / 4);
        int best = NONE;
        int bestRank = -1;
        for (int distance = 0; distance <= reach && bestRank < LINE; distance++) {
            for (int place : new int[] {wished - distance, wished + distance}) {
                int rank = inside(span, place) ? rank(text, place) : -1;
                if (rank > bestRank) {
                    best = place;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    private static boolean inside(Span span, int place) {
        return place > span.start() && place < span.end();
    }

    private static int rank(String text, int place) {
        char before = text.charAt(place - 1);
        char after = text.charAt(place);
        if (Character.isSurrogatePair(before, after) || (before == '\r' && after == '\n')) {
            return -1;
        }
        if (before == '\n') {
            return LINE;
        }
        boolean behindSpace = Blank.is(before) && !Blank.is(after);
        char clauseEnd = behindSpace && place > 1 ? text.charAt(place - 2) : before;
        if (CLAUSE_ENDS.indexOf(clauseEnd) >= 0 && (behindSpace || before >= 0x3000)) {
            return 2;
        }
        return behindSpace ? 1 : 0;
    }
}
