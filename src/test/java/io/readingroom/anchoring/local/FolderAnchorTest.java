package io.readingroom.anchoring.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.readingroom.MovingClock;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAnchorTest {

    private static final String NAME = "00000000-0000-0001-0000-000000000002-1";
    private static final String ORIGIN = "readingroom.internal/00000000-0000-0001-0000-000000000002/1";
    private static final String OTHER = "readingroom.internal/00000000-0000-0003-0000-000000000004/1";

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-03-31T23:59:00Z"));

    @Test
    void it_tells_the_largest_checkpoint_of_each_log() {
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        keep(anchor, ORIGIN, 100);
        keep(anchor, ORIGIN, 20);
        keep(anchor, OTHER, 5);
        assertThat(sizes(anchor)).containsExactlyInAnyOrder(100L, 5L);
    }

    @Test
    void each_day_has_a_folder_of_its_own_and_all_are_read_at_the_start() {
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        clock.move(Duration.ofMinutes(2));
        keep(anchor, OTHER, 4);
        assertThat(folder.resolve("checkpoints/2026-03-31/" + NAME + "_0000000000000000009.checkpoint"))
                .exists();
        assertThat(folder.resolve("checkpoints/2026-04-01")).isDirectory();
        clock.move(Duration.ofDays(40));
        assertThat(sizes(anchor())).containsExactlyInAnyOrder(9L, 4L);
    }

    @Test
    void files_that_lie_in_the_folder_itself_are_read_at_the_start() throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        write("", 70);
        Files.writeString(folder.resolve("checkpoints/README"), "not a checkpoint");
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        assertThat(sizes(anchor)).containsExactly(70L);
    }

    @Test
    void after_the_start_it_looks_where_something_can_have_been_put_and_not_at_everything() throws IOException {
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        clock.move(Duration.ofDays(30));
        assertThat(sizes(anchor)).containsExactly(9L);
        write("2026-03-31", 11);
        write("", 12);
        assertThat(sizes(anchor)).as("of long ago").containsExactly(9L);
        write("2026-04-29", 13);
        assertThat(sizes(anchor)).as("by a clock that is slow").containsExactly(13L);
        write("2026-05-01", 14);
        assertThat(sizes(anchor)).as("by a clock that is fast").containsExactly(14L);
        clock.move(Duration.ofDays(10));
        write("2026-05-04", 15);
        assertThat(sizes(anchor)).as("while nobody looked").containsExactly(15L);
    }

    @Test
    void what_is_kept_is_not_written_again() {
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        keep(anchor, ORIGIN, 9);
        Checkpoint other = new Checkpoint(ORIGIN, 9, root(1));
        assertThatExceptionOfType(AnchorException.class)
                .isThrownBy(() -> anchor.keep(note(other), other, older -> List.of()))
                .withMessage("anchor-holds-another");
    }

    @Test
    void one_that_was_cut_off_does_not_hide_those_before_and_is_read_again() throws IOException {
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        keep(anchor, ORIGIN, 10);
        Path last = folder.resolve("checkpoints/2026-03-31/" + NAME + "_0000000000000000010.checkpoint");
        String whole = Files.readString(last);
        Files.writeString(last, whole.substring(0, 40));
        assertThat(anchor.kept()).containsExactly(note(checkpoint(ORIGIN, 9)));
        Files.writeString(last, whole);
        assertThat(anchor.kept()).containsExactly(note(checkpoint(ORIGIN, 10)));
    }

    @Test
    void a_folder_that_cannot_be_written_says_so() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        FolderAnchor anchor = new FolderAnchor(file.resolve("under"), Duration.ZERO, clock);
        assertThatExceptionOfType(AnchorException.class)
                .isThrownBy(() -> keep(anchor, ORIGIN, 1))
                .withMessage("anchor-not-written");
        assertThat(anchor.kept()).isEmpty();
    }

    private FolderAnchor anchor() {
        return new FolderAnchor(folder.resolve("checkpoints"), Duration.ZERO, clock);
    }

    private void write(String day, long size) throws IOException {
        Path place = Files.createDirectories(folder.resolve("checkpoints").resolve(day));
        Files.writeString(
                place.resolve(String.format("%s_%019d.checkpoint", NAME, size)),
                note(checkpoint(ORIGIN, size)).note());
    }

    private static List<Long> sizes(FolderAnchor anchor) {
        return anchor.kept().stream()
                .map(note -> note.asCheckpoint().orElseThrow().size())
                .toList();
    }

    private static void keep(FolderAnchor anchor, String origin, long size) {
        Checkpoint checkpoint = checkpoint(origin, size);
        anchor.keep(note(checkpoint), checkpoint, older -> List.of());
    }

    private static Checkpoint checkpoint(String origin, long size) {
        return new Checkpoint(origin, size, root(0));
    }

    private static SignedNote note(Checkpoint checkpoint) {
        return new SignedNote(checkpoint.text(), List.of("\u2014 somebody AAAAAAA="));
    }

    private static byte[] root(int first) {
        byte[] root = new byte[32];
        root[0] = (byte) first;
        return root;
    }
}
