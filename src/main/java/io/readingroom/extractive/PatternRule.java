package io.readingroom.extractive;

import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Values that stand in the group `value` of one of several regular expressions.
final class PatternRule implements Rule {

    private static final String HAN = "[\\p{IsHan}]";

    /// A character that can stand in a Chinese name: not a preposition or an auxiliary.
    private static final String NAMING_HAN = "[\\p{IsHan}&&[^在为是的于将向对从以被把]]";

    static final PatternRule ORGANISATION = new PatternRule(
            ValueType.NAME,
            "\\b(?<value>" + Patterns.NAME_WORD + "(?:[ ]" + Patterns.NAME_WORD + "){0,5},?[ ]" + Patterns.LEGAL_FORM
                    + ")",
            "(?<value>(?:株式会社|有限会社|合同会社)[\\p{IsHan}\\p{IsKatakana}ーA-Za-z]{1,20})",
            "(?<value>[\\p{IsHan}\\p{IsKatakana}ーA-Za-z]{2,20}(?:株式会社|有限会社|合同会社))",
            "(?:^|[\\s，。；：、“”（）()与和由及:;]|甲方|乙方)(?<value>" + NAMING_HAN + "{2,20}?(?:有限责任公司|股份有限公司|有限公司|集团|银行|委员会|法院))");

    static final PatternRule PERSON = new PatternRule(
            ValueType.NAME,
            "\\b(?<value>(?:Mr|Mrs|Ms|Dr|Prof)\\.?\\s\\p{Lu}[\\p{L}'’-]{1,30}(?:\\s\\p{Lu}[\\p{L}.'’-]{0,30}){0,2})",
            "\\b(?:Name|By|Attn|Attention):\\s{0,3}(?:/s/\\s?)?(?<value>\\p{Lu}[\\p{L}'’-]{1,30}(?:\\s\\p{Lu}[\\p{L}.'’-]{0,30}){1,3})",
            "(?<!" + HAN + ")(?<value>" + HAN + "{2,4})(?:氏|様|さん)",
            "(?<!" + HAN + ")(?<value>" + HAN + "{2,3})(?:先生|女士)",
            "(?:董事长|董事|总经理|主席|法定代表人[：:]?|代表取締役(?:社長)?)\\s?(?<value>(?!会)" + HAN + "{2,4})(?=[，。、；\\s不表认说指]|$)");

    static final PatternRule LAW = new PatternRule(
            ValueType.TEXT,
            "\\blaws? of (?:the )?(?<value>(?:(?:State|Commonwealth|Province|Republic|Kingdom|People’s Republic) of )?"
                    + Patterns.NAME_WORD + "(?:\\s" + Patterns.NAME_WORD + "){0,3})",
            "\\b(?<value>(?:\\p{Lu}[\\p{L}’'-]{1,30}\\s(?:(?:and|of|for|to)\\s)?){1,6}(?:Act|Code|Regulation|Directive)"
                    + "(?:\\sof\\s\\d{4})?)\\b",
            "(?<value>《[^》\\n]{2,40}(?:法|条例|规定|办法)》(?:第[\\d〇一二三四五六七八九十百]{1,6}条)?)",
            "(?<value>(?:" + HAN + "|[\\p{IsKatakana}ー]){1,15}(?:法|条例|規則)第[\\d０-９〇一二三四五六七八九十百]{1,6}[条條])");

    static final PatternRule JURISDICTION = new PatternRule(
            ValueType.NAME,
            "(?is)(?:govern|constru|interpret|enforce)[^;]{0,200}?\\blaws?\\b[^;]{0,60}?\\bof\\s+(?:the\\s+)?"
                    + "(?:(?:State|Commonwealth|Province|Republic)\\s+of\\s+)?(?-i)(?<value>\\p{Lu}[\\p{L}]{2,30}"
                    + "(?:\\s\\p{Lu}[\\p{L}]{1,30}){0,2})",
            "(?is)(?:govern|constru)[^;]{0,120}?\\b(?-i)(?<value>\\p{Lu}[\\p{L}]{2,30}(?:\\s\\p{Lu}[\\p{L}]{2,30})?)\\s[Ll]aws?\\b",
            "(?:适用|依照|依据|受)(?<value>" + HAN + "{2,12}?)(?:的)?法律",
            "準拠法は、?(?<value>" + HAN + "{1,8})法");

    static final PatternRule IDENTIFIER = new PatternRule(
            ValueType.TEXT,
            "(?i)\\b(?:no|nr|number|ref|reference|account|invoice|case|file|contract|order|id|vat)[.:#]{0,2}\\s{0,2}"
                    + "(?:no\\.?|number|#)?[.:]?\\s{0,2}(?-i)(?<value>(?=[A-Z0-9/-]{0,29}\\d)[A-Z0-9][A-Z0-9/-]{3,29})\\b",
            "(?:编号|号码|合同号|账号|发票号码?|番号|口座番号|契約番号)[：:はが]?\\s?(?<value>[A-Za-z0-9][A-Za-z0-9/-]{3,29})",
            "\\b(?<value>[A-Z]{2}\\d{2}(?:\\s?[A-Z0-9]{4}){3,7}(?:\\s?[A-Z0-9]{1,3})?)\\b");

    static final PatternRule EMAIL = new PatternRule(
            ValueType.TEXT,
            "(?<![\\w.+-])(?<value>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{2,63}){1,5})");

    static final PatternRule URL =
            new PatternRule(ValueType.TEXT, "\\b(?<value>(?:https?://|www\\.)[^\\s<>\"'、。，）)]{3,200})");

    static final PatternRule PHONE = new PatternRule(
            ValueType.TEXT,
            "(?<![\\d-])(?<value>(?:\\+\\d{1,3}[ .-]?)?(?:\\(\\d{2,5}\\)[ .-]?|\\d{2,5}[ .-])\\d{2,4}[ .-]\\d{3,4})(?![\\d-])");

    private final ValueType type;
    private final List<Pattern> patterns;

    private PatternRule(ValueType type, String... patterns) {
        this.type = type;
        this.patterns = Arrays.stream(patterns).map(Pattern::compile).toList();
    }

    @Override
    public List<Find> find(Scene scene, Field field) {
        List<Find> finds = new ArrayList<>();
        for (Pattern pattern : patterns) {
            for (Find find : Patterns.all(pattern, scene.text(), type, scene.language())) {
                if (finds.stream().noneMatch(other -> other.span().overlaps(find.span()))) {
                    finds.add(find);
                }
            }
        }
        finds.sort(Comparator.comparingInt(find -> find.span().start()));
        return field.many() || finds.isEmpty() ? finds : finds.subList(0, 1);
    }
}
