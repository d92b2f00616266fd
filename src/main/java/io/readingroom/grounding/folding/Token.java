package io.readingroom.grounding.folding;

import java.util.ArrayList;
import java.util.List;

/// A word, number, Chinese or Japanese character, or sign that means something, in a folded text.
///
/// @param word the token; numbers without their grouping commas
/// @param from its first folded unit
/// @param to the folded unit behind it
public record Token(String word, int from, int to) {

    private static final String TELLING_SIGNS = "$€£¥₩%";

    /// The tokens of a folded text. Punctuation is left out.
    public static List<Token> of(String folded) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int point = folded.codePointAt(at);
            int end = at + Character.charCount(point);
            if (Character.isDigit(point)) {
                end = numberEnd(folded, end);
                tokens.add(new Token(folded.substring(at, end).replace(",", ""), at, end));
            } else if (Characters.isWordPart(point)) {
                end = wordEnd(folded, end);
                tokens.add(new Token(folded.substring(at, end), at, end));
            } else if (Character.isLetter(point) || TELLING_SIGNS.indexOf(point) >= 0) {
                tokens.add(new Token(folded.substring(at, end), at, end));
            }
            at = end;
        }
        return tokens;
    }

    public boolean isNumber() {
        return Character.isDigit(word.codePointAt(0));
    }

    private static int numberEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            char unit = text.charAt(end);
            boolean inside = Character.isDigit(unit)
                    || ((unit == '.' || unit == ',')
                            && end + 1 < text.length()
                            && Character.isDigit(text.charAt(end + 1)));
            if (!inside) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            boolean apostrophe =
                    point == '\'' && end + 1 < text.length() && Characters.isWordPart(text.codePointAt(end + 1));
            if (!apostrophe && !Characters.isWordPart(point)) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
