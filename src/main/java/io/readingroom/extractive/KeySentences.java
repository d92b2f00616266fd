package io.readingroom.extractive;

import java.util.ArrayList;
import java.util.List;

/// Chooses the few sentences that say most and repeat least: centrality, less what was already said (maximal
/// marginal relevance, Carbonell and Goldstein, SIGIR 1998).
final class KeySentences {

    private static final double RELEVANCE = 0.5;

    /// The walk is quadratic in sentences: of more than these every n-th is left out of it.
    private static final int MOST = 800;

    private KeySentences() {}

    /// The positions of at most `count` of the texts, in their order.
    static List<Integer> choose(List<String> texts, String language, int count) {
        int stride = 1 + (texts.size() - 1) / MOST;
        List<Integer> positions = new ArrayList<>();
        List<List<String>> words = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += stride) {
            List<String> telling = Words.telling(texts.get(i), language);
            if (!telling.isEmpty()) {
                positions.add(i);
                words.add(telling);
            }
        }
        if (positions.isEmpty()) {
            return List.of();
        }
        LexRank rank = new LexRank(words);
        return relevant(rank, count).stream().map(positions::get).sorted().toList();
    }

    private static List<Integer> relevant(LexRank rank, int count) {
        double[] scores = rank.scores();
        double highest = 0;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(count, scores.length)) {
            int best = -1;
            double bestWorth = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                if (chosen.contains(i)) {
                    continue;
                }
                double worth = RELEVANCE * scores[i] / highest - (1 - RELEVANCE) * said(rank, chosen, i);
                if (worth > bestWorth) {
                    bestWorth = worth;
                    best = i;
                }
            }
            chosen.add(best);
        }
        return chosen;
    }

    private static double said(LexRank rank, List<Integer> chosen, int candidate) {
        return chosen.stream()
                .mapToDouble(one -> rank.similarity(one, candidate))
                .max()
                .orElse(0);
    }
}
