package io.readingroom.grounding;

import io.readingroom.document.Span;
import io.readingroom.grounding.folding.Token;
import java.util.Set;
import java.util.stream.Collectors;

/// A sentence of a passage as something that may support another.
///
/// @param span where it stands, without the white space around it
/// @param folded its folded text
/// @param terms what it speaks of
/// @param words all its words, for names
/// @param values its dates, durations, sums and numbers
record Support(Span span, String folded, Set<String> terms, Set<String> words, Set<String> values) {

    static Support of(Span span, String folded, String language) {
        Set<String> words = Token.of(folded).stream().map(Token::word).collect(Collectors.toSet());
        return new Support(span, folded, Terms.of(folded), words, Claims.values(folded, language));
    }
}
