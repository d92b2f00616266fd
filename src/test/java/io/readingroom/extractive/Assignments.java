package io.readingroom.extractive;

import io.readingroom.document.ContentDigest;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Field;
import io.readingroom.reading.Profile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Assignments for tests.
final class Assignments {

    static final Assignment CONTRACT = assignment(
            field("effective_date", ValueType.DATE, false),
            field("jurisdiction", ValueType.NAME, false),
            field("party", ValueType.NAME, true),
            field("term", ValueType.DURATION, false));

    static final Assignment GENERAL = assignment(
            field("party", ValueType.NAME, true),
            field("organisation", ValueType.NAME, true),
            field("person", ValueType.NAME, true),
            field("date", ValueType.DATE, true),
            field("amount", ValueType.AMOUNT, true),
            field("percentage", ValueType.NUMBER, true),
            field("duration", ValueType.DURATION, true),
            field("obligation", ValueType.TEXT, true),
            field("decision", ValueType.TEXT, true),
            field("law", ValueType.TEXT, true),
            field("identifier", ValueType.TEXT, true),
            field("email", ValueType.TEXT, true));

    private Assignments() {}

    static Assignment assignment(Field... fields) {
        ContentDigest digest = ContentDigest.of("profile".getBytes(StandardCharsets.UTF_8));
        return new Assignment(new Profile("test", List.of(fields), digest), null);
    }

    static Field field(String name, ValueType type, boolean many) {
        return new Field(name, name, type, many, List.of(), Map.of(), false);
    }
}
