package io.readingroom.reading.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A question in the languages it ships in. Small models answer in the language they are asked in and write numbers
/// wrongly when they have to change it, so that a question whose answer is prose is asked in the text's own language
/// where there is such a wording; English asks about all other texts and names their language.
///
/// @param english for every language without a wording of its own
/// @param others by language subtag
public record Wording(PromptTemplate english, Map<String, PromptTemplate> others) {

    /// A question that ships as `<name>.txt`, `<name>.zh.txt` and `<name>.ja.txt`.
    public static Wording load(String name) {
        return new Wording(
                PromptTemplate.load(name),
                Map.of("zh", PromptTemplate.load(name + ".zh"), "ja", PromptTemplate.load(name + ".ja")));
    }

    /// The wording for texts in `language`, a BCP 47 tag.
    public PromptTemplate in(String language) {
        return others.getOrDefault(Languages.primary(language), english);
    }

    /// All of them.
    public List<PromptTemplate> templates() {
        List<PromptTemplate> templates = new ArrayList<>(others.values());
        templates.add(english);
        return templates;
    }
}
