package io.readingroom.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table of `docs/reference/roles.md`, which says who may do what.
final class RoleTable {

    private static final Path TABLE = Path.of("docs/reference/roles.md");

    private RoleTable() {}

    /// A line of the table.
    ///
    /// @param roles those that allow the operation
    /// @param opened those that allow it while the glass is broken
    /// @param nobody what is answered to a request without a token
    record Rule(Set<String> roles, Set<String> opened, int nobody) {

        boolean allows(String... held) {
            return isPublic() || Arrays.stream(held).anyMatch(roles::contains);
        }

        boolean isPublic() {
            return nobody == 200;
        }
    }

    /// The rules by operation.
    static Map<String, Rule> rules() {
        List<List<String>> rows = rows();
        List<String> head = rows.getFirst();
        int nobody = head.indexOf("without a token");
        Map<String, Rule> rules = new HashMap<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            rules.put(
                    row.getFirst(),
                    new Rule(
                            marked(row, head, nobody, "yes"),
                            marked(row, head, nobody, "opened"),
                            Integer.parseInt(row.get(nobody))));
        }
        return rules;
    }

    /// The roles that the table tells apart.
    static Set<String> roles() {
        List<String> head = rows().getFirst();
        return Set.copyOf(head.subList(1, head.indexOf("without a token")));
    }

    private static Set<String> marked(List<String> row, List<String> head, int end, String mark) {
        Set<String> roles = new HashSet<>();
        for (int column = 1; column < end; column++) {
            if (row.get(column).equals(mark)) {
                roles.add(head.get(column));
            }
        }
        return roles;
    }

    private static List<List<String>> rows() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> line.startsWith("|"))
                    .map(RoleTable::cells)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
