package io.readingroom.reading.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.readingroom.reading.Field;
import io.readingroom.reading.Profile;

/// The JSON schema of an answer: the fields are its keys, their values short texts or short lists of them. Short, so
/// that a model that repeats itself comes to an end.
final class FactsSchema {

    private static final int MOST_VALUES = 6;
    private static final int FRAME_TOKENS = 30;
    private static final int VALUE_TOKENS = 30;
    private static final int LIST_TOKENS = 120;

    private FactsSchema() {}

    static String of(Profile profile) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Field field : profile.fields()) {
            required.add(field.name());
            ObjectNode property = properties.putObject(field.name());
            if (field.many()) {
                property.put("type", "array").put("maxItems", MOST_VALUES);
                value(field, property.putObject("items"));
            } else {
                value(field, property);
            }
        }
        return schema.put("additionalProperties", false).toString();
    }

    /// The longest answer that is waited for: more than honest values need, less than a loop would take.
    static int maxOutputTokens(Profile profile) {
        return FRAME_TOKENS
                + profile.fields().stream()
                        .mapToInt(field -> field.many() ? LIST_TOKENS : VALUE_TOKENS)
                        .sum();
    }

    private static void value(Field field, ObjectNode node) {
        node.put("type", "string");
        if (field.allowed().isEmpty()) {
            node.put("maxLength", longest(field));
        } else {
            ArrayNode values = node.putArray("enum");
            field.allowed().forEach(values::add);
            values.add("");
        }
    }

    private static int longest(Field field) {
        return switch (field.type()) {
            case DATE, AMOUNT, NUMBER -> 40;
            case DURATION -> 60;
            case NAME -> 80;
            case TEXT -> 100;
        };
    }
}
