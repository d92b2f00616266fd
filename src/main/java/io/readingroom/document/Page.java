package io.readingroom.document;

import java.util.List;

/// A page of a document's text. Formats without pages have one.
///
/// @param number counted from 1
/// @param span where its text stands
public record Page(int number, Span span) {

    /// The number of the page that holds the unit at `offset`; the last page for an offset behind all of them.
    public static int at(List<Page> pages, int offset) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offset < pages.get(middle).span().end()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return pages.isEmpty() ? 1 : pages.get(low).number();
    }
}
