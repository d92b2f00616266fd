package io.readingroom.reading.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values of an answer, by the name of their field.
///
/// @param values as the model wrote them, in order
/// @param finished whether the answer's JSON came to its end
record FactsAnswer(Map<String, List<String>> values, boolean finished) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_VALUE = 1_000;

    /// Reads as far as the JSON goes: a cut answer keeps the values that were finished.
    ///
    /// @return empty when the answer is not an object of texts and lists of texts
    static Optional<FactsAnswer> parse(String answer) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int object = answer.indexOf('{');
        if (object < 0) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(answer.substring(object))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (!read(parser, values.computeIfAbsent(field, name -> new ArrayList<>()))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new FactsAnswer(values, parser.currentToken() == JsonToken.END_OBJECT));
        } catch (IOException cut) {
            return Optional.of(new FactsAnswer(values, false));
        }
    }

    private static boolean read(JsonParser parser, List<String> values) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    return true;
                }
                if (!scalar(parser, values)) {
                    return false;
                }
            }
            return true;
        }
        return scalar(parser, values);
    }

    private static boolean scalar(JsonParser parser, List<String> values) throws IOException {
        @Nullable JsonToken token = parser.currentToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return true;
        }
        if (!token.isScalarValue()) {
            return false;
        }
        String text = parser.getText().strip();
        if (!text.isEmpty() && text.length() <= LONGEST_VALUE) {
            values.add(text);
        }
        return true;
    }
}
