package io.readingroom.reading.question;

import io.readingroom.document.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The wording of a question, kept as a file `prompts/<name>.txt`. `{{gap}}` marks what is filled in.
///
/// @param name the name of the file without its ending
/// @param text the wording with its gaps
/// @param digest of the file
public record PromptTemplate(String name, String text, ContentDigest digest) {

    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

    /// Reads the template that ships under this name.
    public static PromptTemplate load(String name) {
        try (InputStream content = PromptTemplate.class.getResourceAsStream("/prompts/" + name + ".txt")) {
            if (content == null) {
                throw new IllegalStateException("The prompt " + name + " is missing from the program");
            }
            byte[] bytes = content.readAllBytes();
            return new PromptTemplate(name, new String(bytes, StandardCharsets.UTF_8).strip(), ContentDigest.of(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The question with its gaps filled.
    ///
    /// @throws IllegalArgumentException when a gap has no value
    public String fill(Map<String, String> values) {
        return GAP.matcher(text).replaceAll(gap -> {
            String value = values.get(gap.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The prompt " + name + " needs a value for " + gap.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
