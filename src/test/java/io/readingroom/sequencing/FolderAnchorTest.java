package io.readingroom.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAnchorTest {

    private static final Origin ORIGIN = new Origin(new UUID(1, 2), 1);
    private static final Origin OTHER = new Origin(new UUID(3, 4), 1);

    @TempDir
    Path folder;

    @Test
    void it_tells_the_largest_checkpoint_of_each_log() {
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        keep(anchor, ORIGIN, 100);
        keep(anchor, ORIGIN, 20);
        keep(anchor, OTHER, 5);
        assertThat(anchor.kept().stream()
                        .map(note -> Checkpoint.parse(note.text()).orElseThrow().size()))
                .containsExactlyInAnyOrder(100L, 5L);
    }

    @Test
    void what_is_kept_is_not_written_again() {
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        keep(anchor, ORIGIN, 9);
        Checkpoint other = new Checkpoint(ORIGIN.text(), 9, root(1));
        assertThatExceptionOfType(AnchorException.class)
                .isThrownBy(() -> anchor.keep(note(other), other))
                .withMessage("anchor-holds-another");
    }

    @Test
    void one_that_was_cut_off_does_not_hide_those_before() throws IOException {
        FolderAnchor anchor = anchor();
        keep(anchor, ORIGIN, 9);
        keep(anchor, ORIGIN, 10);
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            Path last = files.sorted().toList().getLast();
            Files.writeString(last, Files.readString(last).substring(0, 40));
        }
        assertThat(anchor.kept()).containsExactly(note(checkpoint(ORIGIN, 9)));
    }

    @Test
    void a_folder_that_cannot_be_written_says_so() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        FolderAnchor anchor = new FolderAnchor(file.resolve("under"), Duration.ZERO);
        assertThatExceptionOfType(AnchorException.class)
                .isThrownBy(() -> keep(anchor, ORIGIN, 1))
                .withMessage("anchor-not-written");
        assertThat(anchor.kept()).isEmpty();
    }

    private FolderAnchor anchor() {
        return new FolderAnchor(folder.resolve("checkpoints"), Duration.ZERO);
    }

    private static void keep(FolderAnchor anchor, Origin origin, long size) {
        Checkpoint checkpoint = checkpoint(origin, size);
        anchor.keep(note(checkpoint), checkpoint);
    }

    private static Checkpoint checkpoint(Origin origin, long size) {
        return new Checkpoint(origin.text(), size, root(0));
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
