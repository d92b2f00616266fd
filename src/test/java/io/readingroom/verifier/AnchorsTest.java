package io.readingroom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.tlog.SignedNote;
import io.readingroom.verifier.GeneratedLog.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Checkpoints are found wherever they were kept.
class AnchorsTest {

    private static final GeneratedLog LOG = new GeneratedLog(4, new Shape(300, 6, 2, 2, 0, true));
    private static final List<SignedNote> NOTES = LOG.notes;

    @Test
    void one_note_is_found_as_it_is() {
        assertThat(Anchors.read("f", NOTES.getFirst().note()).notes()).containsExactly(NOTES.getFirst());
    }

    @Test
    void notes_in_a_row_are_found() {
        for (String between : List.of("", "\n", "\n\n", "2026-01-31 09:30:00 INFO anchored: ")) {
            String text = NOTES.stream().map(note -> between + note.note()).reduce("", String::concat);
            Anchors.Found found = Anchors.read("f", text);
            assertThat(found.notes()).as("between: %s", between).isEqualTo(NOTES);
            assertThat(found.unread()).isZero();
        }
    }

    @Test
    void notes_in_json_lines_are_found() throws JsonProcessingException {
        StringBuilder lines = new StringBuilder();
        for (SignedNote note : NOTES) {
            String line = new ObjectMapper()
                    .writeValueAsString(Map.of("message", "Checkpoint " + note.note(), "mdc", Map.of("a", "b")));
            lines.append(line).append('\n');
            lines.append(line.replace("\u2014", "\\u2014").replace("/", "\\/")).append("\r\n");
        }
        Anchors.Found found = Anchors.read("f", lines.toString());
        assertThat(found.notes())
                .isEqualTo(NOTES.stream()
                        .flatMap(note -> List.of(note, note).stream())
                        .toList());
        assertThat(found.unread()).isZero();
    }

    @Test
    void what_seems_to_be_a_note_and_is_none_is_counted() {
        String broken = NOTES.getFirst().note().replaceFirst("=\n", "\n");
        assertThat(Anchors.read("f", broken + NOTES.getLast().note()).unread()).isEqualTo(1);
    }

    @Test
    void a_file_without_any_is_refused() {
        assertThatThrownBy(() -> Anchors.read("f", "nothing here\n")).isInstanceOf(UsageException.class);
    }
}
