package io.readingroom.analysis.merging;

import io.readingroom.analysis.Material;
import io.readingroom.document.Page;
import io.readingroom.document.Warning;
import io.readingroom.tokenizer.ControlTokens;
import java.util.ArrayList;
import java.util.List;

/// What a text holds that a human reader does not see, or that a model would take for a command of its own format.
final class SuspiciousText {

    private static final ControlTokens CONTROL_TOKENS = ControlTokens.of(List.of());

    private SuspiciousText() {}

    /// One warning a kind and page.
    static List<Warning> warnings(Material material) {
        List<Warning> warnings = new ArrayList<>();
        for (Page page : material.pages()) {
            String text = material.text().slice(page.span()).reveal();
            if (CONTROL_TOKENS.present(text)) {
                warnings.add(new Warning("control-tokens-present", page.number()));
            }
            if (holdsHidden(text, page.span().start() == 0)) {
                warnings.add(new Warning("hidden-characters", page.number()));
            }
        }
        return warnings;
    }

    private static boolean holdsHidden(String text, boolean first) {
        // A byte order mark at the very beginning hides nothing.
        int start = first && text.startsWith("\uFEFF") ? 1 : 0;
        return text.substring(start).codePoints().anyMatch(SuspiciousText::hidden);
    }

    /// Zero-width spaces and joiners of words, bidirectional embeddings, overrides and isolates, and tag characters.
    /// Joiners inside emoji and letters, and the marks of right-to-left scripts, are honest text.
    private static boolean hidden(int character) {
        return character == 0x200B
                || character == 0xFEFF
                || (character >= 0x2060 && character <= 0x2064)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || (character >= 0xE0000 && character <= 0xE007F);
    }
}
