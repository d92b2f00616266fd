package io.readingroom.verifier;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads as much of JSON as verifying takes: whether a text is one object in JSON's form, and which strings stand
/// directly in it.
final class EventText {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private EventText(String text) {
        this.text = text;
    }

    /// The strings in the object by their names; empty when the text is not an object or has a name twice.
    static Optional<Map<String, String>> strings(String text) {
        EventText reader = new EventText(text);
        Map<String, String> strings = new HashMap<>();
        try {
            reader.space();
            if (reader.next() != '{') {
                return Optional.empty();
            }
            reader.object(strings, DEEPEST);
            reader.space();
            return reader.at == text.length() ? Optional.of(strings) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException notJson) {
            return Optional.empty();
        }
    }

    private void object(Map<String, String> strings, int depth) {
        expect('{');
        space();
        if (taken('}')) {
            return;
        }
        Map<String, Boolean> names = new HashMap<>();
        do {
            space();
            String name = string();
            require(names.put(name, true) == null);
            space();
            expect(':');
            space();
            if (next() == '"') {
                strings.put(name, string());
            } else {
                value(depth - 1);
            }
            space();
        } while (taken(','));
        expect('}');
    }

    private void value(int depth) {
        require(depth > 0);
        switch (next()) {
            case '{' -> object(new HashMap<>(), depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void array(int depth) {
        expect('[');
        space();
        if (taken(']')) {
            return;
        }
        do {
            space();
            value(depth - 1);
            space();
        } while (taken(','));
        expect(']');
    }

    private String string() {
        expect('"');
        int start = at;
        while (next() != '"') {
            if (next() == '\\') {
                return escaped(new StringBuilder(text.substring(start, at)));
            }
            require(next() >= ' ');
            at++;
        }
        at++;
        return text.substring(start, at - 1);
    }

    private String escaped(StringBuilder string) {
        while (next() != '"') {
            char character = text.charAt(at++);
            require(character >= ' ');
            string.append(character == '\\' ? escape(text.charAt(at++)) : character);
        }
        at++;
        return string.toString();
    }

    private char escape(char letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) HexFormat.fromHexDigits(text, at - 4, at);
            }
            default -> throw new IllegalArgumentException("Not an escape");
        };
    }

    private void number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        require(NUMBER.matcher(text).region(start, at).matches());
    }

    private void word(String word) {
        require(text.startsWith(word, at));
        at += word.length();
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        return text.charAt(at);
    }

    private boolean taken(char wanted) {
        boolean there = next() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) {
        require(next() == wanted);
        at++;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("Not JSON");
        }
    }
}
