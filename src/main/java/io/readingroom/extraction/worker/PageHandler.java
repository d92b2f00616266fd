package io.readingroom.extraction.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Turns a parser's XHTML into plain pages: paragraphs keep an empty line between them, rows are lines,
/// cells are separated by tabs, and a marked page, sheet or slide is a page.
final class PageHandler extends DefaultHandler {

    private static final Set<String> SILENT = Set.of("head", "script", "style", "noscript", "template");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "pre", "blockquote", "hr");
    private static final Set<String> LINES = Set.of("div", "li", "tr", "dt", "dd", "br", "section", "article", "title");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> PAGES = Set.of("page", "sheet", "slide");
    /// The newer slide format marks only the content; the older one has it inside of the slide.
    private static final String SLIDE_CONTENT = "slide-content";

    private final Budget budget;
    private final boolean collapse;
    private final List<StringBuilder> pages = new ArrayList<>(List.of(new StringBuilder()));
    private boolean marked;
    private boolean slides;
    private int silent;
    private int preformatted;
    private int lineEnds;
    private int tabs;
    private boolean space;
    private boolean rowHasText;

    /// @param collapse whether white space means nothing beyond separation, as in HTML
    PageHandler(Budget budget, boolean collapse) {
        this.budget = budget;
        this.collapse = collapse;
    }

    /// The pages' text, one at least.
    List<StringBuilder> pages() {
        return pages;
    }

    /// Whether the format marks its pages.
    boolean marked() {
        return marked;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        String name = name(localName, qName);
        if (SILENT.contains(name)) {
            silent++;
        } else if (name.equals("pre")) {
            preformatted++;
        } else if (name.equals("tr")) {
            rowHasText = false;
        } else if (CELLS.contains(name)) {
            startCell();
        }
        separate(name);
        String kind = attributes.getValue("class");
        if (name.equals("div") && kind != null && startsPage(kind)) {
            startPage();
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        String name = name(localName, qName);
        if (SILENT.contains(name)) {
            silent--;
        } else if (name.equals("pre")) {
            preformatted--;
        } else if (name.equals("tr")) {
            tabs = 0;
        }
        separate(name);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (silent > 0) {
            return;
        }
        if (!collapse || preformatted > 0) {
            write(text, start, length);
            return;
        }
        int from = start;
        for (int at = start; at <= start + length; at++) {
            if (at == start + length || isHtmlSpace(text[at])) {
                if (at > from) {
                    write(text, from, at - from);
                }
                space |= at < start + length;
                from = at + 1;
            }
        }
    }

    /// Parsers end lines this way; their indents are for the eyes of a reader of XML.
    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        if (silent > 0 || collapse) {
            return;
        }
        for (int at = start; at < start + length; at++) {
            if (text[at] == '\n') {
                lineEnds = Math.max(lineEnds, 1);
            }
        }
    }

    /// Cells behind the row's first text stand on its line; empty ones before it leave no trace.
    private void startCell() {
        if (rowHasText) {
            lineEnds = 0;
            tabs++;
        }
    }

    private void separate(String name) {
        if (PARAGRAPHS.contains(name)) {
            lineEnds = Math.max(lineEnds, tabs > 0 ? 0 : 2);
        } else if (LINES.contains(name)) {
            lineEnds = Math.max(lineEnds, tabs > 0 ? 0 : 1);
        }
    }

    private boolean startsPage(String kind) {
        slides |= kind.equals("slide");
        return PAGES.contains(kind) || (kind.equals(SLIDE_CONTENT) && !slides);
    }

    private void startPage() {
        if (marked || !pages.getLast().toString().isBlank()) {
            pages.add(new StringBuilder());
        }
        marked = true;
        lineEnds = 0;
        tabs = 0;
        space = false;
    }

    private void write(char[] text, int start, int length) throws SAXException {
        StringBuilder page = pages.getLast();
        boolean blank = isBlank(text, start, length);
        if (blank && (page.isEmpty() || lineEnds > 0 || tabs > 0)) {
            return;
        }
        if (!page.isEmpty()) {
            page.repeat("\n", lineEnds).repeat("\t", tabs);
            if (space && lineEnds == 0 && tabs == 0) {
                page.append(' ');
            }
        }
        lineEnds = 0;
        tabs = 0;
        space = false;
        rowHasText |= !blank;
        int granted = budget.takeCharacters(length);
        page.append(text, start, granted);
        if (granted < length) {
            throw new Budget.TextIsFull();
        }
    }

    private static boolean isBlank(char[] text, int start, int length) {
        for (int at = start; at < start + length; at++) {
            if (!Character.isWhitespace(text[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHtmlSpace(char unit) {
        return unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r' || unit == '\f';
    }

    private static String name(String localName, String qName) {
        return (localName.isEmpty() ? qName : localName).toLowerCase(Locale.ROOT);
    }
}
