package io.readingroom.result;

import io.readingroom.analysis.Coverage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Coverage", description = "How much of the document was read.")
record CoverageView(
        @Schema(description = "Whether all of it was.") boolean complete,
        @Schema(description = "UTF-16 units of the text.") ShareView characters,

        @Schema(description = "Tokens, as the reader counts them.")
        ShareView tokens,

        @Schema(description = "The pieces it was read in.") ShareView chunks) {

    static CoverageView of(Coverage coverage) {
        return new CoverageView(
                coverage.complete(),
                ShareView.of(coverage.characters()),
                ShareView.of(coverage.tokens()),
                ShareView.of(coverage.chunks()));
    }

    @Schema(name = "Share", description = "A part of a whole.")
    record ShareView(long read, long total) {

        static ShareView of(Coverage.Share share) {
            return new ShareView(share.read(), share.total());
        }
    }
}
