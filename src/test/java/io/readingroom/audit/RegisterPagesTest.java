package io.readingroom.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.audit.RegisterPages.Row;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterPagesTest {

    @Test
    void the_last_page_shows_all_and_has_no_next() {
        EventPage page = RegisterPages.page(List.of(row(1, true), row(2, false)), query(2));
        assertThat(page.events()).extracting(RecordedEvent::index).containsExactly(1L, 2L);
        assertThat(page.next()).isNull();
        assertThat(page.heldBack()).isNull();
    }

    @Test
    void a_cursor_stands_behind_the_last_settled_event() {
        EventPage page = RegisterPages.page(List.of(row(1, true), row(2, false), row(3, false)), query(2));
        assertThat(page.events()).extracting(RecordedEvent::index).containsExactly(1L);
        assertThat(page.next()).isEqualTo(new Cursor(10, 1).text());
        assertThat(page.heldBack()).isTrue();
    }

    @Test
    void a_full_page_holds_nothing_back() {
        EventPage page = RegisterPages.page(List.of(row(1, true), row(2, true), row(3, false)), query(2));
        assertThat(page.events()).hasSize(2);
        assertThat(page.heldBack()).isNull();
    }

    @Test
    void a_cursor_stays_where_it_is_while_nothing_is_settled() {
        EventPage page = RegisterPages.page(List.of(row(1, false), row(2, false)), query(1));
        assertThat(page.events()).isEmpty();
        assertThat(page.next()).isEqualTo(Cursor.START.text());
    }

    private static EventQuery query(int limit) {
        return new EventQuery(null, null, null, null, null, null, limit, Cursor.START);
    }

    private static Row row(long index, boolean settled) {
        RecordedEvent event = new RecordedEvent(
                index, "id", "document.received", Instant.EPOCH, "actor", null, "succeeded", null, null, "{}");
        return new Row(event, new Cursor(10, index), settled);
    }
}
