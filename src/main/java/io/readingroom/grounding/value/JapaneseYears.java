package io.readingroom.grounding.value;

import java.util.regex.Pattern;

/// Whether `2年` in Japanese prose says how long something lasts. As often it is a year of an era that was named before
/// (`41年に開業`), or how old something is (`築41年`), so that something around it has to speak for a length of time.
final class JapaneseYears {

    private static final int BEFORE = 30;
    private static final int BEHIND = 12;

    private static final Pattern BARE = Pattern.compile(".*[^ヶかカヵケ箇]年");

    /// A year of the calendar, a fiscal year, a school year or an ordinal, whatever stands around it.
    private static final Pattern CALENDAR_BEFORE =
            Pattern.compile("(?:令和|平成|昭和|大正|明治)\\s?(?:\\d{1,2}|元)年?\\s?(?:から|より|及び|と|・|、|,|~|〜|-)\\s?$");
    private static final Pattern CALENDAR_BEHIND = Pattern.compile("\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?月(?!間)"
            + "|[度代末初頃春夏秋冬生次目版式号]|ごろ|当時|現在|[前後][半期]"
            + "|に(?!処|わた|及|亘|一|1|延長|更新|短縮|限|満たな|な[るりっ]|する)");

    /// What stands right beside a length of time only.
    private static final Pattern LENGTH_BEFORE = Pattern.compile("(?:(?<![契条予規特公])約|およそ|満|最長|最大|最短|最低|上限|少なくとも|過去|今後"
            + "|向こう|直近|(?<![年度代頃末初])(?:から|より)(?:起算して)?|後|までの)(?:は|で|の|、)?\\s?$");
    private static final Pattern LENGTH_BEHIND =
            Pattern.compile("(?:と|及び)?\\s?[\\d一二三四五六七八九十]{1,3}\\s?[個ヶかカヵケ箇]月|以内|以上|以下|未満|超|余|あまり|ほど|程度|ぶり"
                    + "|ごと|毎|ずつ|経過|[前後]|(?:を|が|も)(?:超え|経過|経て|過ぎ|限度|要)|に(?:わた|及|亘|一度|1度|一回|1回|満たな)"
                    + "|の(?:間|期間|経験|実績|保証|任期|猶予|懲役|禁錮|刑)");

    /// Words that speak of a length of time anywhere in the same sentence.
    private static final Pattern CUE = Pattern.compile("期間|期限|年限|年数|任期|存続|時効|懲役|禁錮|禁固|拘禁刑|執行猶予|勤続|延長|更新|償還|[ヶかカヵケ箇]年");

    private JapaneseYears() {}

    /// Whether the duration that stands from `from` to `to` in folded prose is one, as far as its surroundings tell.
    static boolean isLength(String folded, int from, int to) {
        if (!BARE.matcher(folded.substring(from, to)).matches()) {
            return true;
        }
        String before = before(folded, from);
        String behind = behind(folded, to);
        if (CALENDAR_BEFORE.matcher(before).find()
                || CALENDAR_BEHIND.matcher(behind).lookingAt()) {
            return false;
        }
        return LENGTH_BEFORE.matcher(before).find()
                || LENGTH_BEHIND.matcher(behind).lookingAt()
                || CUE.matcher(before).find()
                || CUE.matcher(behind).find();
    }

    private static String before(String folded, int from) {
        String near = folded.substring(Math.max(0, from - BEFORE), from);
        return near.substring(near.lastIndexOf('。') + 1);
    }

    private static String behind(String folded, int to) {
        String near = folded.substring(to, Math.min(folded.length(), to + BEHIND));
        int end = near.indexOf('。');
        return end < 0 ? near : near.substring(0, end);
    }
}
