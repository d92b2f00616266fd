package io.readingroom.grounding;

import io.readingroom.grounding.value.Months;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What must be identical in an answer and the words it is aligned with: digits, number words, dates,
/// currencies and negations. A contract for 24 months is not nearly a contract for 25 months.
final class Invariants {

    private static final String DIGITS = "\\d(?:[\\d.,]*\\d)?";

    private static final String NUMBER_WORDS =
            "\\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                    + "|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
                    + "|eighty|ninety|hundred|thousand|million|billion|trillion|half|first|second|third)s?\\b"
                    + "|[〇零一二三四五六七八九十百千万萬亿億兆两]+";

    private static final String DATES = "\\b(?:" + Months.NAMES + "|today|tomorrow|yesterday)\\b|[年月日]";

    private static final String CURRENCIES = "[$€£¥₩%元円]|\\b(?:usd|eur|gbp|jpy|cny|rmb|chf|hkd|dollars?|euros?"
            + "|pounds?|yen|yuan|renminbi|percent)\\b|美|欧|日|港|ドル|ユーロ|ポンド";

    /// `非常`, `未来` and their like hold a negating character and negate nothing.
    private static final String NEGATIONS = "\\b(?:not|no|never|none|nor|neither|without|cannot|except|unless|nothing"
            + "|nobody|nicht|kein\\w*|nie|niemals|ohne|ne|pas|jamais|sans|aucun\\w*)\\b|n't\\b"
            + "|不(?![仅但断过管论少错]|同(?!意))|没|沒|无(?![论线])|無(?![線料事])|未(?!来)|非(?!常)|勿|莫|否(?!则)"
            + "|ない|なく|なかっ|ません|ぬ|ず(?=[にと、。])|まい(?=[。、])";

    /// Words that a prefix turns into their opposite.
    private static final String OPPOSITES = "\\b(?:un|non|dis|ir(?=r)|il(?=l)|im(?=[mp])"
            + "|in(?=valid|effect|cap|comp|act|elig|suff|adeq|accur|correct|depend))\\p{L}{4,}";

    private static final Pattern ALL = Pattern.compile(
            String.join("|", DIGITS, NUMBER_WORDS, DATES, CURRENCIES, NEGATIONS, OPPOSITES),
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NEGATION = Pattern.compile(NEGATIONS, Pattern.UNICODE_CHARACTER_CLASS);

    /// Double negations that oblige.
    private static final Pattern OBLIGATION = Pattern.compile("な(?:ければ|くては)な(?:らない|らず|りません)|不得不|無ければならない");

    private Invariants() {}

    /// In the order of the folded text.
    static List<String> of(String folded) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ALL.matcher(folded);
        while (matcher.find()) {
            String word = matcher.group();
            found.add(Character.isDigit(word.charAt(0)) ? word.replace(",", "") : word);
        }
        return found;
    }

    /// Whether a folded sentence denies something.
    static boolean denies(String folded) {
        return NEGATION.matcher(OBLIGATION.matcher(folded).replaceAll("")).find();
    }
}
