package io.readingroom.extractive;

import io.readingroom.document.Span;
import io.readingroom.grounding.value.Mention;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Field;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The date on which a contract takes effect and how long it lasts, by the wording of its clauses.
final class ContractRules {

    private static final Pattern MADE = Pattern.compile(
            "(?is).*(?:effective(?: as of| date)?|dated|as of|made|entered into|executed|on this|this|date:?|生效|签订|締結|発効)"
                    + "\\W{0,12}(?:(?:as of|on|this|the|day|is|of|[(\"“”)])\\W{0,4}){0,4}$");
    private static final Pattern LASTS = Pattern.compile(
            "(?is).*(?:\\bterm\\b|remain in (?:full )?(?:force|effect)|continue in|\\bexpir|terminat|surviv|period of|obligations"
                    + "|in effect|有効期間|存続|保密期限|有效期|期限).*");
    private static final Pattern OTHER_CLAUSE = Pattern.compile(
            "(?is).*(?:solicit|employ|hire|standstill|notice|acquire|securit|cure|business days|return or destroy).*");

    private static final int BEFORE = 60;
    private static final int PREAMBLE = 3000;

    private ContractRules() {}

    static List<Find> effectiveDate(Scene scene, Field field) {
        List<Mention> dates = mentions(scene, ValueType.DATE)
                .filter(date -> date.normalized().length() > 7)
                .toList();
        return dates.stream()
                .filter(date -> scene.start() + date.span().start() < PREAMBLE)
                .min(Comparator.comparing((Mention date) -> !isMade(scene, date.span()))
                        .thenComparingInt(date -> date.span().start()))
                .map(ContractRules::find)
                .stream()
                .toList();
    }

    static List<Find> term(Scene scene, Field field) {
        return mentions(scene, ValueType.DURATION)
                .filter(time ->
                        time.normalized().endsWith("Y") || time.normalized().matches("P\\d{1,2}M"))
                .filter(time -> {
                    String sentence = scene.text(scene.sentenceAt(time.span().start()));
                    return LASTS.matcher(sentence).matches()
                            && !OTHER_CLAUSE.matcher(sentence).matches();
                })
                .limit(1)
                .map(ContractRules::find)
                .toList();
    }

    private static boolean isMade(Scene scene, Span date) {
        String before = scene.text().substring(Math.max(0, date.start() - BEFORE), date.start());
        return MADE.matcher(before).matches();
    }

    private static Stream<Mention> mentions(Scene scene, ValueType type) {
        return scene.mentions().stream().filter(mention -> mention.type() == type);
    }

    private static Find find(Mention mention) {
        return new Find(mention.span(), mention.normalized());
    }
}
