package io.readingroom.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks for bytes in everything that a service and its database leave behind.
final class Remains {

    private static final int WINDOW = 1 << 20;

    private static final String COLUMNS = """
            select format('%I.%I', n.nspname, c.relname), format('%I', a.attname), a.atttypid = 'bytea'::regtype
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm', 'p') and a.attnum > 0 and not a.attisdropped""";

    private Remains() {}

    /// The columns of all tables, those of the system among them, that hold the phrase: as text, as
    /// bytes or written as hexadecimal digits.
    static List<String> inTables(Connection connection, String phrase) throws SQLException {
        byte[] bytes = phrase.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        for (String[] column : columns(connection)) {
            String holds = column[2].equals("true")
                    ? "position(?::bytea in " + column[1] + ") > 0"
                    : "position(lower(?) in lower(" + column[1] + "::text)) > 0";
            String query = "select count(*) from " + column[0] + " where " + holds + " or position(? in " + column[1]
                    + "::text) > 0";
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setObject(1, column[2].equals("true") ? bytes : phrase);
                statement.setString(2, HexFormat.of().formatHex(bytes));
                try (ResultSet count = statement.executeQuery()) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        found.add(column[0] + "." + column[1]);
                    }
                }
            }
        }
        return found;
    }

    private static List<String[]> columns(Connection connection) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.add(new String[] {row.getString(1), row.getString(2), String.valueOf(row.getBoolean(3))});
            }
        }
        return columns;
    }

    /// The files below a folder, changed since then, that hold one of these byte sequences.
    static Set<Path> inFiles(Path folder, FileTime since, List<byte[]> sought) {
        Set<Path> found = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try {
                Files.walkFileTree(folder, new Search(since, sought, found));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return found;
    }

    /// Files and folders that go meanwhile hold nothing; the others are looked at nevertheless.
    private static final class Search extends SimpleFileVisitor<Path> {

        private final FileTime since;
        private final List<byte[]> sought;
        private final Set<Path> found;

        Search(FileTime since, List<byte[]> sought, Set<Path> found) {
            this.since = since;
            this.sought = sought;
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            if (about.isRegularFile() && about.lastModifiedTime().compareTo(since) >= 0 && holds(file, sought)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }

    /// A phrase in the encodings in which programs keep words.
    static List<byte[]> encodings(String phrase) {
        return List.of(
                phrase.getBytes(StandardCharsets.UTF_8),
                phrase.getBytes(StandardCharsets.UTF_16LE),
                phrase.getBytes(StandardCharsets.UTF_16BE),
                HexFormat.of()
                        .formatHex(phrase.getBytes(StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean holds(Path file, List<byte[]> sought) {
        int longest = sought.stream().mapToInt(bytes -> bytes.length).max().orElseThrow();
        byte[] window = new byte[WINDOW + longest];
        try (InputStream content = Files.newInputStream(file)) {
            int kept = 0;
            for (int read = content.readNBytes(window, 0, window.length);
                    read > 0;
                    read = content.readNBytes(window, kept, window.length - kept)) {
                int filled = kept + read;
                if (sought.stream().anyMatch(bytes -> contains(window, filled, bytes))) {
                    return true;
                }
                // What begins at the end of one window goes on in the next.
                kept = Math.min(longest - 1, filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
            return false;
        } catch (NoSuchFileException | AccessDeniedException goneOrAnothers) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean contains(byte[] window, int filled, byte[] sought) {
        for (int at = 0; at <= filled - sought.length; at++) {
            int same = 0;
            while (same < sought.length && window[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }
}
