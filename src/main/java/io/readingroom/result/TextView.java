package io.readingroom.result;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.result.AnalysisView.WarningView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Text", description = "The text that all spans of an analysis point into.")
record TextView(
        @Schema(examples = "7d0c6ae4-6f0e-4f3a-9a3e-0d7e5b0f4a11")
        String documentId,

        @Schema(implementation = String.class) ProtectedText text,

        @Schema(description = "The pages, which tile the text in order.")
        List<PageView> pages,

        @Schema(description = "The media type that the content turned out to have.", examples = "application/pdf")
        String mediaType,

        @Schema(description = "BCP 47 tag of the language of most of the text, und when unknown.", examples = "en")
        String language,

        List<WarningView> warnings) {

    static TextView of(KeptText kept) {
        return new TextView(
                kept.document().toString(),
                kept.text(),
                kept.pages().stream().map(PageView::of).toList(),
                kept.mediaType(),
                kept.language(),
                WarningView.of(kept.warnings()));
    }

    @Schema(name = "Page", description = "A page of the text, as a half-open span in UTF-16 units.")
    record PageView(int page, int start, int end) {

        static PageView of(Page page) {
            return new PageView(page.number(), page.span().start(), page.span().end());
        }
    }
}
