package io.readingroom.pipeline.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.DocumentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What holds for any documents of any sources.
class LinesPropertyTest {

    private static final int STRETCH = ReadingHall.STRETCH;

    /// Theorem 1 of the paper: over any time in which both have something waiting, what two lines are
    /// given differs by no more than the longest packet of each.
    @Property(tries = 300)
    void two_sources_that_wait_are_served_alike(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 5, max = 40) Integer> ones,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 5, max = 40) Integer> others) {
        ReadingHall hall = new ReadingHall(1);
        ones.forEach(chunks -> hall.hand("one", chunks, chunks));
        others.forEach(chunks -> hall.hand("other", chunks, chunks));
        List<Integer> differences = new ArrayList<>(List.of(0));
        while (hall.has("one") && hall.has("other")) {
            hall.tick();
            differences.add(differences.getLast() + (hall.served.getLast().equals("one") ? 1 : -1));
        }
        assertThat(Collections.max(differences) - Collections.min(differences)).isLessThanOrEqualTo(2 * STRETCH);
    }

    /// A source is what a caller states: it may state as many as it likes.
    @Property(tries = 100)
    void a_caller_with_fifty_sources_is_served_like_one_with_a_single_one(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 5, max = 40) Integer> many,
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 5, max = 40) Integer> single) {
        ReadingHall hall = new ReadingHall(1, true, "caller");
        for (int i = 0; i < many.size(); i++) {
            hall.hand("client:many", "made-up-" + i, many.get(i), many.get(i));
        }
        single.forEach(chunks -> hall.hand("client:single", "archive", chunks, chunks));
        List<Integer> differences = new ArrayList<>(List.of(0));
        while (hall.hasOf("client:many") && hall.hasOf("client:single")) {
            hall.tick();
            differences.add(
                    differences.getLast() + (hall.servedCallers.getLast().equals("client:many") ? 1 : -1));
        }
        assertThat(Collections.max(differences) - Collections.min(differences)).isLessThanOrEqualTo(2 * STRETCH);
    }

    @Example
    void documents_that_are_longer_than_they_looked_give_a_caller_no_other_line() {
        ReadingHall hall = new ReadingHall(1, true, "caller");
        for (int i = 0; i < 50; i++) {
            hall.hand("client:many", "made-up-" + i, STRETCH, 12);
        }
        for (int i = 0; i < 20; i++) {
            hall.hand("client:single", "archive", 40, 40);
        }
        for (int tick = 0; tick < 300; tick++) {
            hall.tick();
        }
        assertThat(Collections.frequency(hall.servedCallers, "client:single"))
                .as("at least a third: the other one has its two lines")
                .isGreaterThanOrEqualTo(100 - STRETCH);
    }

    @Example
    void sources_of_a_caller_that_is_trusted_with_them_get_a_share_each() {
        ReadingHall hall = new ReadingHall(1, true, "source");
        for (int i = 0; i < 100; i++) {
            hall.hand("client:gateway", "flood", 1, 1);
        }
        hall.hand("client:gateway", "single", 1, 1);
        hall.tick();
        hall.tick();
        assertThat(hall.finished).contains("single");
    }

    @Property(tries = 200)
    void a_newcomer_waits_for_no_more_than_a_stretch_of_each_source(
            @ForAll @IntRange(min = 1, max = 5) int sources,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 5, max = 40) Integer> flood,
            @ForAll @IntRange(max = 100) int later) {
        ReadingHall hall = new ReadingHall(1);
        for (int source = 0; source < sources; source++) {
            for (int chunks : flood) {
                hall.hand("flood " + source, chunks, chunks);
            }
        }
        for (int tick = 0; tick < later; tick++) {
            hall.tick();
        }
        int before = hall.served.size();
        hall.hand("newcomer", 1, 1);
        while (hall.has("newcomer")) {
            hall.tick();
        }
        assertThat(hall.served.size() - 1 - before).isLessThanOrEqualTo(sources * STRETCH);
    }

    @Property(tries = 200)
    void nobody_waits_for_ever_whatever_the_documents_look_like(
            @ForAll @IntRange(min = 1, max = 3) int hands,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 60) Integer> expected,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 60) Integer> lengths) {
        ReadingHall hall = new ReadingHall(hands);
        int documents = Math.min(expected.size(), lengths.size());
        for (int i = 0; i < documents; i++) {
            hall.hand("source " + i % 3, expected.get(i), lengths.get(i));
        }
        while (hall.unfinished()) {
            int before = hall.served.size();
            // Another source never stops.
            hall.hand("busy", 1, 1);
            hall.tick();
            assertThat(hall.served).hasSizeGreaterThan(before);
            if (hall.finished.stream().filter(source -> !source.equals("busy")).count() == documents) {
                return;
            }
            assertThat(hall.served.size()).isLessThan(100_000);
        }
    }

    @Example
    void short_documents_of_the_same_source_do_not_wait_for_a_long_one() {
        assertFiveShortOnesGoFirst(40);
    }

    @Example
    void a_document_that_is_longer_than_it_looked_lets_the_next_ones_go_first() {
        assertFiveShortOnesGoFirst(1);
    }

    /// @param looked how many chunks a document of forty looked like
    private static void assertFiveShortOnesGoFirst(int looked) {
        ReadingHall hall = new ReadingHall(1);
        hall.hand("same", looked, 40);
        for (int i = 0; i < 5; i++) {
            hall.hand("same", 1, 1);
        }
        for (int tick = 0; tick < 2 * STRETCH + 5; tick++) {
            hall.tick();
        }
        assertThat(hall.finished).hasSize(5);
    }

    @Example
    void documents_of_one_length_are_finished_in_the_order_in_which_they_came() {
        ReadingHall hall = new ReadingHall(1);
        for (int i = 0; i < 10; i++) {
            hall.hand("flood", 8, 8);
        }
        for (int tick = 0; tick < 16; tick++) {
            hall.tick();
        }
        assertThat(hall.finished)
                .as("not ten that are begun and none that is finished")
                .hasSize(2);
    }

    @Example
    void documents_that_were_put_off_do_not_hold_up_a_newcomer_when_they_come_back() {
        ReadingHall hall = new ReadingHall(1);
        List<DocumentId> flood = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            flood.add(hall.hand("flood", 1, 1));
        }
        flood.subList(0, 49).forEach(hall::putOff);
        DocumentId newcomer = hall.hand("newcomer", 1, 1);
        flood.forEach(hall::comeBack);
        hall.tick();
        hall.tick();
        assertThat(hall.finished).as("%s is among the first two", newcomer).contains("newcomer");
    }

    @Example
    void a_source_that_was_idle_has_saved_nothing_up() {
        ReadingHall hall = new ReadingHall(1);
        for (int i = 0; i < 100; i++) {
            hall.hand("busy", 1, 1);
        }
        for (int tick = 0; tick < 50; tick++) {
            hall.tick();
        }
        for (int i = 0; i < 50; i++) {
            hall.hand("late", 1, 1);
        }
        hall.served.clear();
        for (int tick = 0; tick < 20; tick++) {
            hall.tick();
        }
        assertThat(Collections.frequency(hall.served, "late")).isBetween(9, 11);
    }
}
