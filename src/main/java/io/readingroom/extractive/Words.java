package io.readingroom.extractive;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a text by ICU's word boundaries (UAX #29, with dictionaries for Chinese and Japanese), in
/// lower case.
final class Words {

    private static final Set<String> STOP_WORDS = Set.of("""
            a about after all also an and any are as at be because been before being but by can could did do does down
            each few for from further had has have having he her here hers him his how i if in into is it its just may me
            more most my no nor not now of off on once only or other our out over own s same shall she should so some
            such t than that the their them then there these they this those through to too under until up very was we
            were what when where which while who whom why will with would you your
            的 了 和 是 在 有 我 他 她 它 们 这 那 也 就 都 而 及 与 或 一个 我们 他们 不 对 为 以 于 上 下 中 将 等 并
            の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その あっ
            よう また もの という あり まで られ なる へ か だ これ によって により おり より による ず なり られる ます です""".split("\\s+"));

    private Words() {}

    /// All words, in order.
    static List<String> all(String text, String language) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(text.substring(start, end).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /// The words that tell what a text is about.
    static List<String> telling(String text, String language) {
        return all(text, language).stream().filter(word -> !isStopWord(word)).toList();
    }

    static boolean isStopWord(String word) {
        return STOP_WORDS.contains(word);
    }
}
