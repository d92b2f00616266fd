package io.readingroom.grounding;

import io.readingroom.grounding.folding.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the stretches of a text that are nearly a given wording: approximate substring matching by dynamic
/// programming (Sellers, "The theory and computation of evolutionary distances: pattern recognition", Journal
/// of Algorithms 1, 1980), over tokens instead of characters. Leaving out or adding a token costs its length;
/// a misspelt word costs its edit distance (Levenshtein 1966). Similarity is 1 - cost / length of the
/// wording.
final class TokenAlignment {

    /// A stretch of the text's tokens and what its alignment costs.
    record Match(int from, int to, int cost) {}

    private static final int LONGEST_QUERY = 400;

    private final List<Token> text;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int[] words;

    TokenAlignment(List<Token> text) {
        this.text = text;
        this.words = new int[text.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = vocabulary.computeIfAbsent(text.get(i).word(), word -> vocabulary.size());
        }
    }

    /// The best stretches that do not overlap, in order, each at least `similarity` like the query.
    List<Match> find(List<Token> query, double similarity) {
        if (query.isEmpty() || query.size() > LONGEST_QUERY) {
            return List.of();
        }
        int length = query.stream().mapToInt(token -> token.word().length()).sum();
        int limit = (int) Math.floor(length * (1 - similarity) + 1e-9);
        int[][] substitution = substitutions(query);
        int rows = query.size() + 1;
        int[] cost = new int[rows];
        int[] from = new int[rows];
        for (int row = 1; row < rows; row++) {
            cost[row] = cost[row - 1] + query.get(row - 1).word().length();
        }
        List<Match> matches = new ArrayList<>();
        for (int column = 0; column < words.length; column++) {
            advance(column, query, substitution, cost, from);
            if (cost[rows - 1] <= limit) {
                keep(matches, new Match(from[rows - 1], column + 1, cost[rows - 1]));
            }
        }
        return matches;
    }

    /// One column of the table, in place: `cost` and `from` hold the column before and then this one.
    private void advance(int column, List<Token> query, int[][] substitution, int[] cost, int[] from) {
        int insertion = text.get(column).word().length();
        int diagonalCost = cost[0];
        int diagonalFrom = column;
        cost[0] = 0;
        from[0] = column + 1;
        for (int row = 1; row < cost.length; row++) {
            int best = diagonalCost + substitution[row - 1][words[column]];
            int start = diagonalFrom;
            if (cost[row] + insertion < best) {
                best = cost[row] + insertion;
                start = from[row];
            }
            int deletion = cost[row - 1] + query.get(row - 1).word().length();
            if (deletion < best) {
                best = deletion;
                start = from[row - 1];
            }
            diagonalCost = cost[row];
            diagonalFrom = from[row];
            cost[row] = best;
            from[row] = start;
        }
    }

    private static void keep(List<Match> matches, Match match) {
        if (match.from() >= match.to()) {
            return;
        }
        if (!matches.isEmpty() && matches.getLast().to() > match.from()) {
            if (match.cost() < matches.getLast().cost()) {
                matches.set(matches.size() - 1, match);
            }
            return;
        }
        matches.add(match);
    }

    private int[][] substitutions(List<Token> query) {
        int[][] table = new int[query.size()][vocabulary.size()];
        for (int row = 0; row < table.length; row++) {
            String word = query.get(row).word();
            boolean fixed = query.get(row).isNumber();
            int[] costs = table[row];
            vocabulary.forEach((other, id) -> costs[id] = substitution(word, other, fixed));
        }
        return table;
    }

    private static int substitution(String word, String other, boolean fixed) {
        if (word.equals(other)) {
            return 0;
        }
        int apart = word.length() + other.length();
        boolean spelling = !fixed
                && Math.abs(word.length() - other.length()) <= 2
                && Math.min(word.length(), other.length()) >= 5
                && !Character.isDigit(other.charAt(0));
        if (!spelling) {
            return apart;
        }
        int edits = edits(word, other);
        return edits <= 2 ? edits : apart;
    }

    private static int edits(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
