package io.readingroom.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.analysis.AnalysisConfig;
import io.readingroom.analysis.Material;
import io.readingroom.analysis.Readings;
import io.readingroom.inference.InferenceException.TooLong;
import io.readingroom.inference.InferenceException.Useless;
import io.readingroom.reading.ScriptedDoor;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.TestConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCondenserTest {

    private static final String[] TOWNS = {
        "Aberdeen", "Bristol", "Cardiff", "Dundee", "Exeter", "Falmouth", "Glasgow", "Harwich", "Ipswich", "Jarrow"
    };

    private static final Map<String, String> ONE_SENTENCE = Map.of("reading-room.analysis.summary-sentences", "1");

    private final ScriptedDoor door = new ScriptedDoor(4000);

    @Test
    void a_summary_has_the_evidence_of_the_parts_it_was_written_from() throws InterruptedException {
        door.say("Summarise the whole document", "The harbour of Bristol was closed for 12 days.");
        Condensed condensed = condense(material(6), ONE_SENTENCE);
        assertThat(condensed.sentences()).singleElement().satisfies(sentence -> {
            assertThat(sentence.evidence()).isNotEmpty();
            assertThat(sentence.evidence().getFirst().quote().reveal()).contains("Bristol");
        });
        assertThat(condensed.usage().calls()).isEqualTo(1);
        assertThat(condensed.templateDigests()).containsKeys("condense", "condense-again", "condense.zh");
        assertThat(door.asked().getFirst().text().reveal()).startsWith("[E1] ").contains("\n[E6] ", " — \"");
        assertThat(door.held()).isZero();
    }

    @Test
    void what_the_parts_do_not_say_is_asked_for_once_more_then_dropped() throws InterruptedException {
        door.say(
                "Summarise the whole document",
                "The harbour of Bristol was closed for 12 days. The harbour of Bristol was closed for 99 days.");
        door.say("do not agree", "The harbour of Bristol was closed for 98 days.");
        Condensed condensed = condense(material(6), ONE_SENTENCE);
        assertThat(condensed.sentences()).hasSize(1);
        assertThat(condensed.rejected().unsupportedSentences()).isEqualTo(1);
        assertThat(condensed.usage().calls()).isEqualTo(2);
    }

    @Test
    void when_nothing_survives_the_parts_speak_for_themselves() throws InterruptedException {
        door.say("Summarise the whole document", "Zeppelins flew to Peru in 1999.");
        door.say("do not agree", "Zeppelins flew to Chile in 1998.");
        Material material = material(8);
        Condensed condensed = condense(material, Map.of());
        assertThat(condensed.sentences()).containsExactlyElementsOf(sentences(material));
    }

    @Test
    void a_part_that_the_model_leaves_out_adds_a_sentence_of_its_own_in_the_order_of_the_text()
            throws InterruptedException {
        door.say("Summarise the whole document", "The harbour of Cardiff was closed for 13 days.");
        assertThat(condense(material(4), Map.of()).sentences())
                .extracting(sentence -> sentence.text().reveal())
                .containsExactly(
                        "The harbour of Aberdeen was closed for 11 days.",
                        "The harbour of Bristol was closed for 12 days.",
                        "The harbour of Cardiff was closed for 13 days.",
                        "The harbour of Dundee was closed for 14 days.");
    }

    @Test
    void with_room_for_some_parts_only_they_are_spread_over_the_document() throws InterruptedException {
        door.say("Summarise the whole document", "The harbour of Aberdeen was closed for 11 days.");
        assertThat(condense(material(9), Map.of("reading-room.analysis.summary-sentences", "3"))
                        .sentences())
                .extracting(sentence -> sentence.text().reveal())
                .containsExactly(
                        "The harbour of Aberdeen was closed for 11 days.",
                        "The harbour of Bristol was closed for 12 days.",
                        "The harbour of Falmouth was closed for 16 days.");
    }

    @Test
    void an_answer_that_is_none_is_counted_and_not_fatal() throws InterruptedException {
        door.on("Summarise the whole document", prompt -> {
            throw new Useless("answer-repeats");
        });
        Condensed condensed = condense(material(8), Map.of());
        assertThat(condensed.sentences()).isNotEmpty();
        assertThat(condensed.rejected().invalidAnswers()).isEqualTo(1);
    }

    @Test
    void more_than_one_prompt_holds_is_condensed_in_levels() throws InterruptedException {
        door.on("Summarise the whole document", prompt -> {
            String first = prompt.text().reveal().lines().findFirst().orElseThrow();
            return ScriptedDoor.answer(prompt, first.substring(first.indexOf(' ') + 1, first.indexOf(" — ")));
        });
        Condensed condensed = condense(material(10), Map.of("reading-room.analysis.condense-tokens", "120"));
        assertThat(door.asked()).hasSizeGreaterThan(2);
        assertThat(condensed.sentences())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.evidence()).isNotEmpty());
    }

    @Test
    void a_prompt_the_server_finds_too_long_is_halved() throws InterruptedException {
        door.on("Summarise the whole document", prompt -> {
            if (prompt.text().reveal().lines().count() > 5) {
                throw new TooLong(9000);
            }
            return ScriptedDoor.answer(
                    prompt,
                    prompt.text().reveal().substring(5, prompt.text().reveal().indexOf(" — ")));
        });
        assertThat(condense(material(10), Map.of()).sentences()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void parts_without_sentences_make_no_summary_and_cost_nothing() throws InterruptedException {
        Readings readings = new Readings("Nothing here.");
        Condensed condensed = condense(readings.chunk(0, 5).chunk(5, 13).material("ollama"), Map.of());
        assertThat(condensed.sentences()).isEmpty();
        assertThat(door.asked()).isEmpty();
    }

    @Test
    void a_translation_keeps_its_evidence_and_wrong_numbers_keep_the_original() throws InterruptedException {
        door.sayInTurn(
                "Translate the text",
                "Der Hafen von Aberdeen war 11 Tage lang geschlossen.",
                "Der Hafen von Bristol war 120 Tage geschlossen.");
        List<SupportedSentence> originals = sentences(material(2));
        Condensed condensed = new ModelCondenser(door, TestConfig.mapped(AnalysisConfig.class, Map.of()))
                .translate(originals, "en", "de");
        assertThat(condensed.sentences().getFirst().text().reveal()).startsWith("Der Hafen von Aberdeen");
        assertThat(condensed.sentences().getFirst().evidence())
                .isEqualTo(originals.getFirst().evidence());
        assertThat(condensed.sentences().getLast()).isEqualTo(originals.getLast());
        assertThat(door.asked().getFirst().question()).contains("into German");
        assertThat(condensed.templateDigests()).containsOnlyKeys("translate");
    }

    @Test
    void a_translation_that_is_none_keeps_the_original() throws InterruptedException {
        door.on("Translate the text", prompt -> {
            throw new Useless("answer-repeats");
        });
        List<SupportedSentence> originals = sentences(material(2));
        assertThat(new ModelCondenser(door, TestConfig.mapped(AnalysisConfig.class, Map.of()))
                        .translate(originals, "en", "de")
                        .sentences())
                .isEqualTo(originals);
    }

    @Test
    void the_sentence_itself_is_no_translation_of_it() throws InterruptedException {
        door.on(
                "Translate the text",
                prompt -> ScriptedDoor.answer(prompt, prompt.text().reveal()));
        List<SupportedSentence> originals = sentences(material(1));
        assertThat(new ModelCondenser(door, TestConfig.mapped(AnalysisConfig.class, Map.of()))
                        .translate(originals, "en", "de")
                        .sentences())
                .isEqualTo(originals);
    }

    private Condensed condense(Material material, Map<String, String> settings) throws InterruptedException {
        return new ModelCondenser(door, TestConfig.mapped(AnalysisConfig.class, settings)).condense(material);
    }

    private static List<SupportedSentence> sentences(Material material) {
        return material.readings().stream()
                .flatMap(reading -> reading.summary().stream())
                .toList();
    }

    private static Material material(int parts) {
        List<String> quotes = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            quotes.add(
                    "In " + TOWNS[i] + " the harbour stayed closed for " + (11 + i) + " days because of the storm. ");
        }
        Readings readings = new Readings(String.join("", quotes));
        int start = 0;
        for (int i = 0; i < parts; i++) {
            String written = "The harbour of " + TOWNS[i] + " was closed for " + (11 + i) + " days.";
            readings.chunk(
                    start,
                    start + quotes.get(i).length(),
                    Readings.neutral(),
                    List.of(readings.sentence(written, quotes.get(i).strip())));
            start += quotes.get(i).length();
        }
        return readings.material("ollama");
    }
}
