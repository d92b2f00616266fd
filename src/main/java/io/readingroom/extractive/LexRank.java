package io.readingroom.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which sentences are central: continuous LexRank (Erkan and Radev, "LexRank: Graph-based lexical centrality
/// as salience in text summarization", JAIR 22, 2004), the stationary distribution of a walk over sentences
/// whose steps follow the cosine similarity of their tf-idf vectors.
final class LexRank {

    private static final double DAMPING = 0.85;
    private static final int MOST_STEPS = 50;
    private static final double CONVERGED = 1e-6;

    private final List<Map<String, Double>> vectors = new ArrayList<>();

    /// @param sentences the telling words of each
    LexRank(List<List<String>> sentences) {
        Map<String, Integer> frequency = new HashMap<>();
        sentences.forEach(words -> words.stream().distinct().forEach(word -> frequency.merge(word, 1, Integer::sum)));
        for (List<String> words : sentences) {
            Map<String, Double> vector = new HashMap<>();
            words.forEach(
                    word -> vector.merge(word, rarity(sentences.size(), frequency.getOrDefault(word, 1)), Double::sum));
            double norm =
                    Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum());
            vector.replaceAll((word, value) -> value / norm);
            vectors.add(vector);
        }
    }

    /// Inverse document frequency: a word of every sentence ties none to another.
    private static double rarity(int sentences, int frequency) {
        return Math.log((sentences + 0.5) / frequency);
    }

    /// The cosine of two sentences, 0 to 1.
    double similarity(int left, int right) {
        Map<String, Double> small = vectors.get(left);
        Map<String, Double> large = vectors.get(right);
        if (small.size() > large.size()) {
            return similarity(right, left);
        }
        double sum = 0;
        for (Map.Entry<String, Double> entry : small.entrySet()) {
            sum += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    /// The centrality of each sentence; they add up to 1.
    double[] scores() {
        int size = vectors.size();
        double[][] steps = steps(size);
        double[] score = new double[size];
        Arrays.fill(score, 1.0 / size);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = new double[size];
            Arrays.fill(next, (1 - DAMPING) / size);
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    next[to] += DAMPING * score[from] * steps[from][to];
                }
            }
            double change = 0;
            for (int i = 0; i < size; i++) {
                change += Math.abs(next[i] - score[i]);
            }
            score = next;
            if (change < CONVERGED) {
                return score;
            }
        }
        return score;
    }

    private double[][] steps(int size) {
        double[][] steps = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                double similarity = i == j ? 0 : similarity(i, j);
                steps[i][j] = similarity;
                steps[j][i] = similarity;
            }
        }
        for (double[] row : steps) {
            double sum = Arrays.stream(row).sum();
            for (int j = 0; j < size; j++) {
                row[j] = sum == 0 ? 1.0 / size : row[j] / sum;
            }
        }
        return steps;
    }
}
