package io.readingroom.register;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A piece of a statement, and what its question marks stand for.
///
/// @param values as the driver takes them; an array of words becomes an array of the database
record Sql(String text, List<Object> values) {

    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /// Pieces, one after the other.
    static Sql joined(String between, List<Sql> pieces) {
        return new Sql(
                String.join(between, pieces.stream().map(Sql::text).toList()),
                pieces.stream().flatMap(piece -> piece.values().stream()).toList());
    }

    /// This piece between two words, whose question marks stand for what is given with the second.
    Sql within(String before, String behind, Object... more) {
        return new Sql(
                before + text + behind,
                Stream.concat(values.stream(), Stream.of(more)).toList());
    }

    void bind(PreparedStatement statement) throws SQLException {
        List<Object> bound = new ArrayList<>();
        for (Object value : values) {
            bound.add(
                    value instanceof String[] words ? statement.getConnection().createArrayOf("text", words) : value);
        }
        for (int i = 0; i < bound.size(); i++) {
            statement.setObject(i + 1, bound.get(i));
        }
    }
}
