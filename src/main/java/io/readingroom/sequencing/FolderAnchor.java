package io.readingroom.sequencing;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Keeps each checkpoint as a file that is never written again, so that it works on media that are written once.
///
/// @param folder where
/// @param pause how long it rests after each
record FolderAnchor(Path folder, Duration pause) implements Anchor {

    private static final String SUFFIX = ".checkpoint";

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public void keep(SignedNote note, Checkpoint checkpoint) {
        byte[] bytes = note.note().getBytes(StandardCharsets.UTF_8);
        Path file = file(checkpoint);
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes));
                channel.force(true);
            }
        } catch (FileAlreadyExistsException before) {
            // A replica that died between keeping it and saying so, or one that dies while it writes.
            if (!holds(file, bytes)) {
                throw new AnchorException("anchor-holds-another", before);
            }
        } catch (IOException failed) {
            throw new AnchorException("anchor-not-written", failed);
        }
    }

    /// The file with the largest size for each origin, among those that are whole; the size is in its name.
    @Override
    public List<SignedNote> kept() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            Map<String, SignedNote> newest = new TreeMap<>();
            for (String name : names) {
                String origin = name.split("_", 2)[0];
                if (!newest.containsKey(origin)) {
                    SignedNote.parse(Files.readString(folder.resolve(name)))
                            .ifPresent(note -> newest.put(origin, note));
                }
            }
            return List.copyOf(newest.values());
        } catch (IOException failed) {
            throw new AnchorException("anchor-not-read", failed);
        }
    }

    private Path file(Checkpoint checkpoint) {
        String origin = checkpoint.origin().replaceFirst("^[^/]*/", "").replace('/', '-');
        return folder.resolve(String.format("%s_%019d%s", origin, checkpoint.size(), SUFFIX));
    }

    private static boolean holds(Path file, byte[] bytes) {
        try {
            return Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
