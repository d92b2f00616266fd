package io.readingroom.extraction.worker;

import static io.readingroom.extraction.worker.Fixtures.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractorTest {

    private static final String PHRASE = "The tenant owes 1,250 euros.";
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    @Test
    void a_pdf_has_the_pages_that_it_has() throws IOException {
        Reading reading = Reading.of(Fixtures.pdf("First page.", PHRASE, "Third page."), "application/pdf");
        assertThat(reading.pages()).containsExactly("First page.", PHRASE, "Third page.");
        assertThat(reading.read().mediaType()).isEqualTo("application/pdf");
        assertThat(reading.read().warnings()).isEmpty();
    }

    @Test
    void pages_tile_the_text() throws IOException {
        WorkerAnswer.Read read = Reading.of(Fixtures.pdf("One.", "Two.", "Three."), "application/pdf")
                .read();
        int end = 0;
        for (Page page : read.pages()) {
            assertThat(page.span().start()).isEqualTo(end);
            end = page.span().end();
        }
        assertThat(end).isEqualTo(read.text().length());
    }

    @Test
    void a_sentence_that_goes_on_overleaf_is_not_torn_by_an_empty_line() throws IOException {
        assertThat(Reading.of(Fixtures.pdf("The tenant", "owes rent."), "application/pdf")
                        .text())
                .isEqualTo("The tenant\nowes rent.");
    }

    @Test
    void a_docx_keeps_its_paragraphs() throws IOException {
        Reading reading = Reading.of(Fixtures.docx("Heading", PHRASE), OOXML + "wordprocessingml.document");
        assertThat(reading.text()).isEqualTo("Heading\n\n" + PHRASE);
        assertThat(reading.read().pages()).hasSize(1);
    }

    @Test
    void sheets_are_pages_and_rows_are_lines() throws IOException {
        for (Reading reading : List.of(
                Reading.of(Fixtures.xlsx("other", PHRASE), OOXML + "spreadsheetml.sheet"),
                Reading.of(Fixtures.xls("other", PHRASE), "application/vnd.ms-excel"))) {
            assertThat(reading.pages()).hasSize(2);
            assertThat(reading.pages().get(1)).endsWith(PHRASE + "\tbeside\nbelow");
        }
    }

    @Test
    void slides_are_pages() throws IOException {
        for (Reading reading : List.of(
                Reading.of(Fixtures.pptx("other", PHRASE), OOXML + "presentationml.presentation"),
                Reading.of(Fixtures.ppt("other", PHRASE), "application/vnd.ms-powerpoint"))) {
            assertThat(reading.pages()).hasSize(2);
            assertThat(reading.pages().get(1)).contains(PHRASE);
        }
    }

    @Test
    void an_odt_is_read() throws IOException {
        assertThat(Reading.of(Fixtures.odt(PHRASE), "application/vnd.oasis.opendocument.text")
                        .text())
                .isEqualTo(PHRASE);
    }

    @Test
    void an_rtf_is_read() {
        byte[] rtf = utf8("{\\rtf1\\ansi\\ansicpg1252 Caf\\'e9\\par " + PHRASE + "}");
        assertThat(Reading.of(rtf, "application/rtf").text()).contains("Café").endsWith(PHRASE);
    }

    @Test
    void a_html_page_is_its_body_without_head_script_and_source_white_space() {
        byte[] html = utf8("""
                <!doctype html><html><head><title>Tab</title><meta name="x" content="y"></head><body>
                <script>alert(1)</script><h1>Lease</h1>
                <p>The  tenant
                   owes <b>1,250</b> euros.</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>
                <pre>kept
                  as is</pre></body></html>""");
        assertThat(Reading.of(html, "text/html").text()).isEqualTo("Lease\n\n" + PHRASE + "\n\na\tb\nc\n\nkept\nas is");
    }

    @Test
    void markdown_and_plain_text_stay_as_they_are_written() {
        byte[] text = utf8("# Lease\r\n\r\n- " + PHRASE + "\r\n  indented\r\n\r\n\r\n\r\n\r\nEnd\u0000\u0007");
        for (String type : List.of("text/markdown", "text/plain")) {
            Reading reading = Reading.of(text, type);
            assertThat(reading.text()).isEqualTo("# Lease\n\n- " + PHRASE + "\n  indented\n\n\nEnd");
            assertThat(reading.read().mediaType()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: a@b.example\nSubject: minutes\n\n", "<p>An <b>HTML</b> start</p>\n", "#!/bin/sh\n"})
    void a_text_that_looks_like_something_else_is_read_as_the_text_it_was_handed_in_as(String start) {
        assertThat(Reading.of(utf8(start + PHRASE), "text/plain").text()).isEqualTo(start + PHRASE);
    }

    @Test
    void an_owner_password_alone_does_not_lock_a_pdf() throws IOException {
        assertThat(Reading.of(Fixtures.protectedPdf("", "owner", PHRASE), "application/pdf")
                        .text())
                .isEqualTo(PHRASE);
    }

    @Test
    void a_page_without_text_is_warned_of() throws IOException {
        Reading reading = Reading.of(Fixtures.pdf(PHRASE, " ", PHRASE), "application/pdf");
        assertThat(reading.read().warnings())
                .containsExactly(new io.readingroom.document.Warning("page-without-text", 2));
    }

    @Test
    void text_of_lost_characters_is_called_garbled() {
        String lost = "\uE001\uE002 \uFFFD".repeat(20) + PHRASE;
        assertThat(Reading.of(utf8(lost), "text/plain").warnings()).containsExactly("garbled-text");
    }

    @Test
    void an_external_entity_is_not_resolved() throws IOException {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        byte[] odt = Fixtures.odt("before");
        assertThat(Reading.of(odt, "application/vnd.oasis.opendocument.text").text())
                .isEqualTo("before");
        byte[] hostile = Fixtures.odtWith(entity, "before &e; after");
        WorkerAnswer answer =
                Reading.of(hostile, "application/vnd.oasis.opendocument.text").answer();
        assertThat(answer.toString()).doesNotContain("root:");
    }

    @Test
    void a_tracked_deletion_is_not_part_of_the_text() throws IOException {
        byte[] docx = Fixtures.docxWithDeletion("stays", "goes");
        assertThat(Reading.of(docx, OOXML + "wordprocessingml.document").text()).isEqualTo("stays");
    }
}
