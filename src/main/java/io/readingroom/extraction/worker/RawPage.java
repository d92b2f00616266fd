package io.readingroom.extraction.worker;

/// The cleaned text of one page, before the pages become one text.
///
/// @param text the text, with the label of the attachment that starts here
/// @param hasText whether the document itself has text here
/// @param recognised whether the text was read from an image
record RawPage(String text, boolean hasText, boolean recognised) {

    static RawPage plain(CharSequence raw) {
        return of(CleanText.of(raw));
    }

    static RawPage laidOut(CharSequence raw) {
        return of(CleanText.laidOut(raw));
    }

    static RawPage recognised(CharSequence raw) {
        String text = CleanText.laidOut(raw);
        return new RawPage(text, !text.isEmpty(), true);
    }

    private static RawPage of(String text) {
        return new RawPage(text, !text.isEmpty(), false);
    }

    RawPage under(String heading) {
        String separator = text.isEmpty() || heading.isEmpty() ? "" : "\n\n";
        return new RawPage(heading + separator + text, hasText, recognised);
    }
}
