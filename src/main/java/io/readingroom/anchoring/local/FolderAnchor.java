package io.readingroom.anchoring.local;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.Growth;
import io.readingroom.anchoring.OriginName;
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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps each checkpoint as a file that is never written again, so that it works on media that are
/// written once. The files of a day lie in a folder of their own: after the whole was read once, only
/// the days are looked at in which something can have been put there.
final class FolderAnchor implements Anchor {

    private static final Pattern FILE = Pattern.compile("(.+)_(\\d{19})\\.checkpoint");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// How many of the largest files are tried until one is whole.
    private static final int TRIED = 16;

    private final Path folder;
    private final Duration pause;
    private final Clock clock;
    private final Map<String, Held> newest = new TreeMap<>();
    private @Nullable LocalDate looked;

    /// The largest file of an origin.
    private record Held(long size, SignedNote note) {}

    /// @param folder where
    /// @param pause how long it rests after each
    FolderAnchor(Path folder, Duration pause, Clock clock) {
        this.folder = folder;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public Anchored keep(SignedNote note, Checkpoint checkpoint, Growth growth) {
        byte[] bytes = note.note().getBytes(StandardCharsets.UTF_8);
        String name = String.format("%s_%019d.checkpoint", OriginName.of(checkpoint), checkpoint.size());
        Path file = folder.resolve(today().toString()).resolve(name);
        try {
            Files.createDirectories(file.getParent());
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
        return Anchored.Kept.PLAINLY;
    }

    /// The file with the largest size for each origin, among those that are whole; the size is in its
    /// name.
    @Override
    public List<SignedNote> kept() {
        LocalDate day = today();
        try {
            for (Path place : places(day)) {
                look(place);
            }
        } catch (IOException failed) {
            throw new AnchorException("anchor-not-read", failed);
        }
        looked = day;
        return newest.values().stream().map(Held::note).toList();
    }

    /// At first all there are; then the days since the last look, and one more at each end, since
    /// clocks differ.
    private List<Path> places(LocalDate day) throws IOException {
        LocalDate last = looked;
        if (last != null) {
            LocalDate first = (last.isBefore(day) ? last : day).minusDays(1);
            return first.datesUntil(day.plusDays(2))
                    .map(each -> folder.resolve(each.toString()))
                    .toList();
        }
        List<Path> all = new ArrayList<>(List.of(folder));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> DAY.matcher(file.getFileName().toString()).matches())
                        .forEach(all::add);
            }
        }
        return all;
    }

    private void look(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return;
        }
        Map<String, TreeSet<String>> larger = new TreeMap<>();
        try (Stream<Path> files = Files.list(place)) {
            files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .filter(name -> isNews(name.group(1), Long.parseLong(name.group(2))))
                    .forEach(name -> {
                        TreeSet<String> largest = larger.computeIfAbsent(name.group(1), origin -> new TreeSet<>());
                        largest.add(name.group());
                        if (largest.size() > TRIED) {
                            largest.pollFirst();
                        }
                    });
        }
        larger.forEach((origin, names) -> whole(place, names).ifPresent(held -> newest.put(origin, held)));
    }

    private boolean isNews(String origin, long size) {
        Held known = newest.get(origin);
        return known == null || known.size() < size;
    }

    /// The largest file that is whole.
    private static Optional<Held> whole(Path place, NavigableSet<String> names) {
        return names.descendingSet().stream()
                .flatMap(name -> note(place.resolve(name)).map(note -> new Held(size(name), note)).stream())
                .findFirst();
    }

    private static Optional<SignedNote> note(Path file) {
        try {
            return SignedNote.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new AnchorException("anchor-not-read", unreadable);
        }
    }

    private static long size(String name) {
        Matcher parts = FILE.matcher(name);
        return parts.matches() ? Long.parseLong(parts.group(2)) : -1;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static boolean holds(Path file, byte[] bytes) {
        try {
            return Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
