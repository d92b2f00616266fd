package io.readingroom.chunking;

import java.util.stream.IntStream;

/// Chooses between which sentences to cut: as few chunks as the target allows, all of about the same length, each cut
/// at the strongest boundary in reach.
final class Balance {

    /// How far a chunk may be from the length that would make all equal, so that a stronger boundary is in reach.
    private static final double LEAST = 0.75;

    private static final double MOST = 1.15;

    private Balance() {}

    /// The numbers of the sentences with which chunks begin, and the number of sentences at the end.
    static int[] boundaries(Counted counted, ChunkBudget budget, Strength[] strengths) {
        IntStream.Builder boundaries = IntStream.builder().add(0);
        int from = 0;
        while (from < counted.size()) {
            from = next(counted, budget, strengths, from);
            boundaries.add(from);
        }
        return boundaries.build().toArray();
    }

    private static int next(Counted counted, ChunkBudget budget, Strength[] strengths, int from) {
        long remaining = counted.tokens(from, counted.size());
        long chunks = Math.ceilDiv(remaining, budget.target());
        if (chunks <= 1) {
            return counted.size();
        }
        double ideal = (double) remaining / chunks;
        double most = Math.min(budget.ceiling(), ideal * MOST);
        int best = from + 1;
        for (int to = from + 1; to < counted.size() && counted.tokens(from, to) <= most; to++) {
            if (better(to, best, counted, strengths, from, ideal)) {
                best = to;
            }
        }
        return best;
    }

    private static boolean better(int one, int other, Counted counted, Strength[] strengths, int from, double ideal) {
        double distance = Math.abs(counted.tokens(from, one) - ideal);
        double otherDistance = Math.abs(counted.tokens(from, other) - ideal);
        boolean inReach = counted.tokens(from, one) >= ideal * LEAST;
        boolean otherInReach = counted.tokens(from, other) >= ideal * LEAST;
        if (inReach != otherInReach) {
            return inReach;
        }
        int stronger = inReach ? strengths[one].compareTo(strengths[other]) : 0;
        return stronger > 0 || (stronger == 0 && distance <= otherDistance);
    }
}
