package io.readingroom.grounding.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The names of the months as they stand in folded English, German, French and Spanish text.
public final class Months {

    private static final String[] TABLE = {
        "january jan januar jänner janvier enero",
        "february feb februar février fevrier févr febrero",
        "march mar märz maerz mars marzo",
        "april apr avril avr abril",
        "may mai mayo",
        "june jun juni juin junio",
        "july jul juli juillet juil julio",
        "august aug août aout agosto",
        "september sep sept septembre septiembre",
        "october oct oktober okt octobre octubre",
        "november nov novembre noviembre",
        "december dec dezember dez décembre déc decembre diciembre"
    };

    private static final Map<String, Integer> NUMBERS = numbers();

    /// An alternation of all names for a regular expression, the longest first.
    public static final String NAMES = NUMBERS.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .collect(Collectors.joining("|"));

    private Months() {}

    /// The number of the month, 1 to 12.
    static int number(String name) {
        Integer number = NUMBERS.get(name);
        if (number == null) {
            throw new IllegalArgumentException("No name of a month");
        }
        return number;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int month = 1; month <= TABLE.length; month++) {
            int value = month;
            Arrays.stream(TABLE[month - 1].split(" ")).forEach(name -> numbers.put(name, value));
        }
        return Map.copyOf(numbers);
    }
}
