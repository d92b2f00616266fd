package io.readingroom.extraction.worker;

import io.readingroom.document.Page;
import io.readingroom.document.RefusedException;
import io.readingroom.document.Span;
import io.readingroom.document.Warning;
import io.readingroom.extraction.ExtractionRefusal;
import java.util.ArrayList;
import java.util.List;

/// Lays the pages end to end as one text.
final class Assembly {

    private static final String PARAGRAPH = "\n\n";
    private static final String LINE = "\n";

    private Assembly() {}

    /// The answer for a parsed document.
    ///
    /// @throws RefusedException NO_TEXT when no page has any
    static WorkerAnswer.Read assemble(ParsedDocument parsed, Budget budget) {
        List<RawPage> pages = parsed.pages();
        if (pages.stream().noneMatch(RawPage::hasText)) {
            throw new RefusedException(ExtractionRefusal.NO_TEXT);
        }
        int limit = budget.limits().characters();
        StringBuilder text = new StringBuilder();
        List<Page> spans = new ArrayList<>();
        boolean cut = budget.cut();
        for (int i = 0; i < pages.size() && text.length() < limit; i++) {
            int start = text.length();
            text.append(pages.get(i).text());
            if (i + 1 < pages.size()) {
                text.append(separator(text, pages.get(i + 1).text()));
            }
            if (text.length() > limit) {
                cut = true;
                text.setLength(Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
            }
            spans.add(new Page(i + 1, new Span(start, text.length())));
        }
        cut |= spans.size() < pages.size();
        return new WorkerAnswer.Read(
                parsed.mediaType(), text.toString(), List.copyOf(spans), warnings(parsed, budget, spans.size(), cut));
    }

    /// A sentence that goes on overleaf is kept together: the next page starts with a small letter.
    private static String separator(CharSequence before, String next) {
        boolean goesOn = !next.isEmpty()
                && Character.isLowerCase(next.codePointAt(0))
                && !before.isEmpty()
                && ".!?。！？:;".indexOf(before.charAt(before.length() - 1)) < 0;
        return goesOn ? LINE : PARAGRAPH;
    }

    private static List<Warning> warnings(ParsedDocument parsed, Budget budget, int pages, boolean cut) {
        List<Warning> warnings = new ArrayList<>();
        if (cut) {
            warnings.add(Warning.of("text-cut"));
        }
        if (budget.endsEarly()) {
            warnings.add(Warning.of("ends-early"));
        }
        if (budget.skippedAttachment()) {
            warnings.add(Warning.of("attachment-skipped"));
        }
        if (parsed.garbled()) {
            warnings.add(Warning.of("garbled-text"));
        }
        for (int number = 1; number <= pages; number++) {
            RawPage page = parsed.pages().get(number - 1);
            if (!page.hasText()) {
                warnings.add(new Warning("page-without-text", number));
            } else if (page.recognised()) {
                warnings.add(new Warning("text-from-ocr", number));
            }
            if (!parsed.garbled() && TextQuality.isGarbled(page.text())) {
                warnings.add(new Warning("garbled-text", number));
            }
        }
        return List.copyOf(warnings);
    }
}
