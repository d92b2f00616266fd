package io.readingroom.extractive;

import io.readingroom.document.Span;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.grounding.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the rules that work by regular expressions have in common.
final class Patterns {

    /// A word of a name.
    static final String NAME_WORD =
            "(?:(?!(?:AND|THIS|BETWEEN|BY|WITH|Agreement|AGREEMENT|Without)\\b)\\p{Lu}[\\p{L}\\d&.'’/-]{0,40}|&)";

    /// The legal forms and kinds of organisations, as the last word of a name.
    static final String LEGAL_FORM =
            "(?:Inc|INC|LLC|L\\.L\\.C|Ltd|LTD|Limited|LIMITED|LLP|L\\.P|LP|Corp|CORP|Corporation"
                    + "|CORPORATION|Company|COMPANY|Co|GmbH|AG|S\\.A|SA|PLC|plc|N\\.V|B\\.V|N\\.A|Pty)\\b\\.?";

    /// A name: words with a capital, joined by blanks, `of` or `&`, and a legal form behind a comma.
    static final String NAME =
            NAME_WORD + "(?:(?:\\s{1,3}(?:of |de |van |von )?|,\\s?(?=" + LEGAL_FORM + "))" + NAME_WORD + "){0,9}";

    /// What ends in the full stop of an abbreviation rather than of a sentence.
    private static final Pattern ABBREVIATED =
            Pattern.compile("(?:\\b" + LEGAL_FORM + "|\\.\\p{L}{1,2}\\.|\\b\\p{L}\\.|\\bJr\\.)$");

    private Patterns() {}

    /// What the group `value` of each match holds.
    static List<Find> all(Pattern pattern, String text, ValueType type, String language) {
        List<Find> finds = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            finds.add(find(text, matcher.start("value"), matcher.end("value"), type, language));
        }
        return finds;
    }

    /// A find without the punctuation at its end, except the full stop of an abbreviation.
    static Find find(String text, int start, int end, ValueType type, String language) {
        int stop = end;
        while (stop > start + 1 && " \t\n\r,;:".indexOf(text.charAt(stop - 1)) >= 0) {
            stop--;
        }
        if (text.charAt(stop - 1) == '.'
                && !ABBREVIATED.matcher(text.substring(start, stop)).find()) {
            stop--;
        }
        return new Find(new Span(start, stop), Values.normalize(type, text.substring(start, stop), language));
    }
}
