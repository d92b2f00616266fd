package io.readingroom.extractive;

import java.util.List;
import java.util.Set;

/// How polar a sentence is, from -1 to 1. English follows the rules of VADER (Hutto and Gilbert, ICWSM 2014)
/// for negation, intensity and `but`; Chinese and Japanese take the longest word of the lexicon at each place
/// and turn it when a negation stands where the language puts it.
final class Polarity {

    private static final Set<String> NEGATIONS = Set.of("""
            not no never none neither nor without hardly barely rarely seldom nothing nowhere cannot cant
            dont doesnt didnt isnt wasnt wont wouldnt shouldnt aint""".split("\\s+"));
    private static final Set<String> BOOSTERS = Set.of("""
            very really extremely absolutely completely totally incredibly so too most highly especially
            truly deeply fully""".split("\\s+"));
    private static final Set<String> DAMPENERS = Set.of("""
            slightly somewhat partly marginally occasionally almost little kinda""".split("\\s+"));
    private static final double NEGATED = -0.74;
    private static final double BOOST = 0.293;
    private static final double SPREAD = 15;

    private final Lexicon lexicon;
    private final String language;

    Polarity(Lexicon lexicon, String language) {
        this.lexicon = lexicon;
        this.language = language;
    }

    double of(String sentence) {
        double sum = language.equals("en") ? spaced(Words.all(sentence, language)) : unspaced(sentence);
        return sum / Math.sqrt(sum * sum + SPREAD);
    }

    private double spaced(List<String> words) {
        int turn = words.lastIndexOf("but");
        double sum = 0;
        for (int i = 0; i < words.size(); i++) {
            double valence = lexicon.valence(words.get(i));
            if (valence != 0) {
                double weight = turn < 0 ? 1 : i < turn ? 0.5 : 1.5;
                sum += weight * inContext(words, i, valence);
            }
        }
        return sum;
    }

    private static double inContext(List<String> words, int at, double valence) {
        double value = valence;
        for (int back = 1; back <= 3 && back <= at; back++) {
            String word = words.get(at - back).replace("’", "'");
            double step = BOOST * (1 - 0.05 * (back - 1)) * Math.signum(valence);
            if (BOOSTERS.contains(word)) {
                value += step;
            } else if (DAMPENERS.contains(word)) {
                value -= step;
            } else if (NEGATIONS.contains(word) || word.endsWith("n't")) {
                value *= NEGATED;
            }
        }
        return value;
    }

    private double unspaced(String sentence) {
        double sum = 0;
        int at = 0;
        while (at < sentence.length()) {
            int end = longestWord(sentence, at);
            if (end > at) {
                double valence = lexicon.valence(sentence.substring(at, end));
                boolean denied = language.equals("ja") ? deniedBehind(sentence, end) : deniedBefore(sentence, at);
                sum += denied ? NEGATED * valence : valence;
            }
            at = Math.max(end, at + 1);
        }
        return sum;
    }

    private int longestWord(String sentence, int at) {
        for (int end = Math.min(sentence.length(), at + lexicon.longest()); end > at; end--) {
            if (lexicon.valences().containsKey(sentence.substring(at, end))) {
                return end;
            }
        }
        return at;
    }

    private static boolean deniedBefore(String sentence, int at) {
        return sentence.substring(Math.max(0, at - 3), at).matches(".*(?:不|没|沒|没有|未|无|別|别|并非).?");
    }

    private static boolean deniedBehind(String sentence, int end) {
        return sentence.substring(end, Math.min(sentence.length(), end + 6))
                .matches("(?:く|で|に|し|では|じゃ|とは|が|は|も|さ|て)*(?:な[いくか]|ません|ませ|ず).*");
    }
}
