package io.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Migrations add. While a new version migrates, the one before it works on the same tables, and goes
/// on until its last replica has gone; so what it reads and writes must stay. What no version uses any
/// more may go with a file that begins with `-- Contraction:` and says since which version nothing uses
/// it.
class MigrationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final String CONTRACTION = "-- Contraction:";

    private static final Pattern BODIES = Pattern.compile("(?s)\\$\\$.*?\\$\\$");
    private static final Pattern COMMENTS = Pattern.compile("--[^\\n]*");
    private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern TARGET = Pattern.compile(
            "(?:alter table (?:if exists )?(?:only )?|create (?:unique index|trigger) .*? on )(\\w+).*");
    private static final Pattern GONE = Pattern.compile(
            "(drop|truncate|delete|alter (?!table)).*|alter table .*"
                    + "\\b(drop|rename|add (constraint|check|unique|primary|foreign|exclude)|set not null|type|set data type)\\b.*");
    private static final Pattern REQUIRED = Pattern.compile("alter table .*\\badd (column )?.*\\bnot null\\b.*");
    private static final Pattern RESTRICTION = Pattern.compile("create (unique index|trigger)\\b.*");

    @Test
    void a_migration_leaves_the_version_before_it_working() throws IOException {
        Map<String, Set<String>> breaking = new TreeMap<>();
        for (Path file : files()) {
            String sql = Files.readString(file);
            if (!sql.startsWith(CONTRACTION)) {
                breaking.put(file.getFileName().toString(), breaking(sql));
            }
        }
        assertThat(breaking)
                .isNotEmpty()
                .allSatisfy((file, statements) -> assertThat(statements).isEmpty());
    }

    @Test
    void no_two_migrations_have_one_version() throws IOException {
        assertThat(files().stream().map(file -> file.getFileName().toString().split("__", 2)[0]))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table journey",
                "DROP INDEX journey_by_source",
                "truncate journey",
                "delete from journey",
                "alter table journey drop column language",
                "alter table journey rename column language to tongue",
                "alter table journey rename to travel",
                "alter table journey alter column language set not null",
                "alter table journey alter column chunks_read type bigint",
                "alter table journey add column later text not null",
                "alter table journey\n    add later text not null",
                "alter table journey add constraint some check (chunks_read > 0)",
                "create unique index one on journey (source_id)",
                "alter type mood add value 'glad'",
                "create table later (id uuid); drop table journey"
            })
    void what_would_break_it_is_found(String sql) {
        assertThat(breaking(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table later (id uuid primary key, name text not null unique)",
                "create table later (id uuid); create unique index later_id on later (id)",
                "alter table journey add column later text",
                "alter table journey add column later text not null default ''",
                "create index journey_by_later on journey (later)",
                "alter table journey alter column language drop not null -- drop table",
                "update journey set language = 'en'",
                "create function f() returns trigger language plpgsql as $$ begin drop table x; end $$"
            })
    void what_adds_is_not(String sql) {
        assertThat(breaking(sql)).isEmpty();
    }

    /// The statements that a version without this migration would stumble over.
    private static Set<String> breaking(String file) {
        String sql = COMMENTS.matcher(BODIES.matcher(file).replaceAll("")).replaceAll("");
        Set<String> fresh = new TreeSet<>();
        Set<String> breaking = new TreeSet<>();
        for (String part : sql.toLowerCase(Locale.ROOT).split(";", -1)) {
            String statement = part.strip().replaceAll("\\s+", " ");
            Matcher created = CREATED.matcher(statement);
            if (created.lookingAt()) {
                fresh.add(created.group(1));
            } else if (!onFresh(statement, fresh) && breaks(statement)) {
                breaking.add(statement);
            }
        }
        return breaking;
    }

    private static boolean onFresh(String statement, Set<String> fresh) {
        Matcher target = TARGET.matcher(statement);
        return target.matches() && fresh.contains(target.group(1));
    }

    private static boolean breaks(String statement) {
        // A looser rule than before harms nobody.
        String strict = statement.replaceAll("\\bdrop (not null|default)\\b", "");
        return GONE.matcher(strict).matches()
                || RESTRICTION.matcher(strict).matches()
                || (REQUIRED.matcher(strict).matches() && !strict.contains(" default "));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
