package io.readingroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRoleTest {

    private static final Pattern MADE = Pattern.compile("foreach wanted in array array\\[([^]]*)]");
    private static final Pattern NAME = Pattern.compile("'([^']*)'");

    @ParameterizedTest
    @ValueSource(strings = {"src/main/database/roles.sql", "src/main/resources/db/migration/V16__row_security.sql"})
    void what_makes_the_roles_makes_those_that_transactions_work_in(String file) throws IOException {
        String made = MADE.matcher(Files.readString(Path.of(file)))
                .results()
                .map(list -> list.group(1))
                .findFirst()
                .orElseThrow();
        Stream<String> names = NAME.matcher(made).results().map((MatchResult name) -> name.group(1));
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Stream.of(DatabaseRole.values())
                        .map(DatabaseRole::sqlName)
                        .toList());
    }
}
