package io.readingroom.grounding;

import io.readingroom.grounding.folding.Characters;
import io.readingroom.grounding.folding.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The terms by which two sentences are compared: stemmed words where words are spaced, character bigrams in
/// Chinese and Japanese, where they do as well as words for retrieval (Nie and Ren, "Chinese information
/// retrieval: using characters or words?", Information Processing & Management 35, 1999).
final class Terms {

    private static final Set<String> STOP_WORDS = Set.of("""
            a about all an and any are as at be been being but by can could did do does for from had has have he her him
            his how i if in into is it its may me more most my no not of on or other our out over own said she should so some
            such than that the their them then there these they this those to under until up was we were what when where
            which while who whom whose why will with would you your also both each
            der die das den dem des und ist ein eine einer einem einen zu im mit von
            le la les un une et est du de en el los las y del""".split("\\s+"));

    private static final Pattern ENDING = Pattern.compile("(?:'s|ations?|ings?|ed|es|s|ly|ment)$");

    private Terms() {}

    /// The terms of a folded text.
    static Set<String> of(String folded) {
        Set<String> terms = new HashSet<>();
        List<Token> tokens = Token.of(folded);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (Characters.isWide(token.word().codePointAt(0))) {
                boolean pair = i + 1 < tokens.size()
                        && tokens.get(i + 1).from() == token.to()
                        && Characters.isWide(tokens.get(i + 1).word().codePointAt(0));
                if (pair) {
                    terms.add(token.word() + tokens.get(i + 1).word());
                }
            } else if (!STOP_WORDS.contains(token.word())) {
                terms.add(stem(token.word()));
            }
        }
        return terms;
    }

    /// A light stem: enough that `terminates`, `terminated` and `termination` meet.
    static String stem(String word) {
        if (word.length() < 5 || Character.isDigit(word.charAt(0))) {
            return word;
        }
        String bare = ENDING.matcher(word).replaceFirst("");
        if (bare.length() < 3) {
            return word;
        }
        return bare.endsWith("e") || bare.endsWith("y") || bare.endsWith("i")
                ? bare.substring(0, bare.length() - 1)
                : bare;
    }
}
