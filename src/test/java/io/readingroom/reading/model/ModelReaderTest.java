package io.readingroom.reading.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.inference.InferenceException.Cut;
import io.readingroom.inference.InferenceException.Misconfigured;
import io.readingroom.inference.InferenceException.TooLong;
import io.readingroom.inference.InferenceException.Unavailable;
import io.readingroom.inference.InferenceException.Useless;
import io.readingroom.inference.Prompt;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Field;
import io.readingroom.reading.GroundedFact;
import io.readingroom.reading.Profile;
import io.readingroom.reading.Reading;
import io.readingroom.reading.ScriptedDoor;
import io.readingroom.reading.SplitNeeded;
import io.readingroom.reading.TestConfig;
import io.readingroom.reading.TestDocument;
import io.readingroom.reading.profile.Profiles;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelReaderTest {

    private static final String TEXT = """
            This Agreement is made as of May 20, 2014 by and between Alder Metals Inc. and Birch Castings LLC. \
            The parties wish to exchange confidential drawings. \
            The obligations of confidentiality shall survive for a term of three (3) years. \
            A separate warranty lasts ninety days. \
            This Agreement is governed by the laws of the State of New York.""";
    private static final Profile SHIPPED = new Profiles(Optional.empty()).named("nda");
    private static final Assignment NDA = new Assignment(withoutRules(SHIPPED), null);

    private static final String RIGHT = """
            {"effective_date":"May 20, 2014","jurisdiction":"New York",
             "party":["Alder Metals Inc.","Birch Castings LLC"],"term":"three (3) years"}""";

    private final ScriptedDoor door = new ScriptedDoor(4000);

    @Test
    void what_is_right_survives_with_its_place() throws InterruptedException {
        Reading reading = read(ordinary().say("word for word and nothing else:", RIGHT));
        assertThat(reading.facts())
                .extracting(GroundedFact::kind)
                .containsExactly("effective_date", "party", "party", "term", "jurisdiction");
        assertThat(reading.facts()).allSatisfy(fact -> {
            var place = fact.evidence().getFirst();
            assertThat(TEXT.substring(place.span().start(), place.span().end()))
                    .isEqualTo(place.quote().reveal());
        });
        assertThat(reading.facts().getFirst().normalized()).isNotNull();
        assertThat(reading.rejected().ungroundedFacts()).isZero();
        assertThat(door.held()).isZero();
    }

    @Test
    void wrong_numbers_and_invented_values_fall_and_are_counted() throws InterruptedException {
        Reading reading = read(ordinary().say("word for word and nothing else:", """
                {"effective_date":"May 21, 2014","jurisdiction":"Delaware",
                 "party":["Alder Metals Inc.","Cedar Holdings AG"],"term":"none"}"""));
        assertThat(reading.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.value().reveal()).isEqualTo("Alder Metals Inc."));
        assertThat(reading.rejected().ungroundedFacts()).isEqualTo(3);
    }

    @Test
    void a_value_without_the_cue_its_field_requires_falls() throws InterruptedException {
        Reading reading = read(ordinary().say("word for word and nothing else:", "{\"term\":\"ninety days\"}"));
        assertThat(reading.facts()).isEmpty();
        assertThat(reading.rejected().ungroundedFacts()).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_none_is_asked_for_once_more_and_counted() throws InterruptedException {
        Reading repaired = read(ordinary().sayInTurn("word for word and nothing else:", "There are four.", RIGHT));
        assertThat(repaired.facts()).hasSize(5);
        assertThat(repaired.rejected().invalidAnswers()).isEqualTo(1);
    }

    @Test
    void two_answers_that_are_none_leave_a_reading_without_facts() throws InterruptedException {
        Reading reading = read(ordinary().say("word for word and nothing else:", "[1,2"));
        assertThat(reading.facts()).isEmpty();
        assertThat(reading.rejected().invalidAnswers()).isEqualTo(2);
        assertThat(reading.summary()).isNotEmpty();
    }

    @Test
    void a_cut_answer_about_a_small_chunk_keeps_its_finished_values() throws InterruptedException {
        Reading reading = read(ordinary().on("word for word and nothing else:", prompt -> {
            throw new Cut(ScriptedDoor.answer(prompt, "{\"effective_date\":\"May 20, 2014\",\"party\":[\"Birch"));
        }));
        assertThat(reading.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.kind()).isEqualTo("effective_date"));
        assertThat(reading.rejected().invalidAnswers()).isEqualTo(1);
    }

    @Test
    void a_cut_answer_about_a_large_chunk_asks_for_its_halves() throws InterruptedException {
        ordinary().on("word for word and nothing else:", prompt -> {
            throw new Cut(ScriptedDoor.answer(prompt, "{\"party\":[\"Birch"));
        });
        ChunkedText document = document(TEXT);
        Object outcome = reader(Map.of("reading-room.reading.split-tokens", "10"))
                .read(document, document.chunks().getFirst(), NDA);
        assertThat(outcome).isInstanceOfSatisfying(SplitNeeded.class, split -> {
            assertThat(split.reason()).isEqualTo("answer-cut");
            assertThat(split.usage().calls()).isEqualTo(1);
        });
    }

    @Test
    void a_text_that_is_too_long_asks_for_its_halves() throws InterruptedException {
        ordinary().on("word for word and nothing else:", prompt -> {
            throw new TooLong(9000);
        });
        ChunkedText document = document(TEXT);
        assertThat(reader(Map.of()).read(document, document.chunks().getFirst(), NDA))
                .isInstanceOfSatisfying(
                        SplitNeeded.class, split -> assertThat(split.reason()).isEqualTo("prompt-too-long"));
        assertThat(door.held()).isZero();
    }

    @Test
    void a_single_character_that_is_too_long_cannot_be_halved() {
        ordinary().on("word for word and nothing else:", prompt -> {
            throw new TooLong(9000);
        });
        ChunkedText document = document("x");
        assertThatThrownBy(
                        () -> reader(Map.of()).read(document, document.chunks().getFirst(), NDA))
                .isInstanceOf(TooLong.class);
    }

    @Test
    void a_server_that_is_not_there_is_told_and_the_permit_given_back() {
        ordinary().on("word for word and nothing else:", prompt -> {
            throw new Unavailable("server-down", null);
        });
        assertThatThrownBy(() -> read(door)).isInstanceOf(Unavailable.class);
        assertThat(door.held()).isZero();
    }

    @Test
    void the_questions_share_their_text_and_the_prefix_is_counted_once() throws InterruptedException {
        Reading reading = read(ordinary().say("word for word and nothing else:", RIGHT));
        assertThat(door.asked())
                .extracting(Prompt::text)
                .containsOnly(door.asked().getFirst().text());
        assertThat(reading.usage().calls()).isEqualTo(3);
        assertThat(reading.usage().prefixTokens()).isEqualTo(2L * reading.tokens());
        assertThat(door.asked().getFirst().text().reveal()).isEqualTo(TEXT);
    }

    @Test
    void neutral_comes_from_the_margin_and_needs_no_drivers() throws InterruptedException {
        Reading reading = read(ordinary().say("word for word and nothing else:", RIGHT));
        assertThat(reading.sentiment().neutral())
                .isGreaterThan(reading.sentiment().positive());
        assertThat(reading.sentiment().measured()).isTrue();
        assertThat(reading.sentiment().drivers()).isEmpty();
    }

    @Test
    void a_pole_has_its_words_found_in_the_text() throws InterruptedException {
        door.feel("feeling of the text", "negative", Map.of("negative", -0.01, "positive", -7.0))
                .say("most negative", "\"A separate warranty lasts ninety days.\"");
        Reading reading = read(ordinary().say("word for word and nothing else:", RIGHT));
        assertThat(reading.sentiment().negative()).isGreaterThan(0.9);
        assertThat(reading.sentiment().drivers())
                .singleElement()
                .satisfies(driver -> assertThat(driver.quote().reveal()).startsWith("A separate warranty"));
    }

    @Test
    void fitted_thresholds_are_used_and_named_in_the_origin() throws InterruptedException {
        door.feel("feeling of the text", "positive", Map.of("positive", -0.1, "negative", -3.1))
                .say("sounds most", "nothing");
        ordinary().say("word for word and nothing else:", RIGHT);
        Map<String, String> fitted = Map.of(
                "reading-room.reading.sentiment.calibrated.\"scripted:1b\".en.positive-above", "4.0",
                "reading-room.reading.sentiment.calibrated.\"scripted:1b\".en.negative-below", "-4.0");
        ChunkedText document = document(TEXT);
        Reading reading =
                (Reading) reader(fitted).read(document, document.chunks().getFirst(), NDA);
        assertThat(reading.sentiment().neutral()).isGreaterThan(0.5);
        assertThat(reader(fitted).origin(NDA).templateDigests())
                .containsKeys("sentiment-thresholds.en", "facts", "summary", "profile");
        assertThat(reading.sentiment().positive()
                        + reading.sentiment().neutral()
                        + reading.sentiment().negative())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void an_unsupported_sentence_is_asked_for_once_more_then_left_out() throws InterruptedException {
        door.sayInTurn(
                "Summarise the text",
                "Alder Metals Inc. and Birch Castings LLC made an agreement on May 20, 2014. "
                        + "They will pay 900 million dollars to Zenith Bank.");
        door.say("do not agree", "They will pay 800 million dollars to Zenith Bank.");
        Reading reading = read(ordinary().say("word for word and nothing else:", RIGHT));
        assertThat(reading.summary())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence.evidence()).isNotEmpty());
        assertThat(reading.rejected().unsupportedSentences()).isEqualTo(1);
    }

    @Test
    void a_useless_summary_is_counted_and_not_fatal() throws InterruptedException {
        door.on("Summarise the text", prompt -> {
            throw new Useless("answer-repeats");
        });
        Reading reading = read(ordinary().say("word for word and nothing else:", RIGHT));
        assertThat(reading.summary()).isEmpty();
        assertThat(reading.rejected().invalidAnswers()).isEqualTo(1);
        assertThat(reading.facts()).hasSize(5);
    }

    @Test
    void a_chunk_and_each_question_with_its_answer_fit_the_context() throws InterruptedException {
        ChunkBudget budget = reader(Map.of()).budget(NDA);
        read(ordinary().say("word for word and nothing else:", RIGHT));
        assertThat(door.asked())
                .allSatisfy(prompt -> assertThat(budget.ceiling()
                                + door.cost(new Prompt(
                                        io.readingroom.document.ProtectedText.of(""), prompt.question(), null, 1, 0))
                                + prompt.maxOutputTokens())
                        .isLessThanOrEqualTo(4000));
        assertThat(budget.target()).isLessThanOrEqualTo(budget.ceiling());
    }

    @Test
    void a_context_without_room_for_a_text_is_a_mistake_of_the_operator() {
        ModelReader reader =
                new ModelReader(new ScriptedDoor(100), TestConfig.reading(Map.of()), TestConfig.inference());
        assertThatThrownBy(() -> reader.budget(NDA)).isInstanceOf(Misconfigured.class);
    }

    @Test
    void where_a_profile_has_rules_the_model_proposes_and_code_decides() throws InterruptedException {
        ordinary().say("word for word and nothing else:", """
                {"effective_date":"none","jurisdiction":"United States",
                 "party":["the Company","Agreement","Alder Metals Inc., a Delaware corporation"],"term":"ninety days"}""");
        ChunkedText document = document(TEXT);
        Reading reading =
                (Reading) reader(Map.of()).read(document, document.chunks().getFirst(), new Assignment(SHIPPED, null));
        assertThat(reading.facts())
                .extracting(fact -> fact.kind() + ": " + fact.value().reveal())
                .containsExactly(
                        "effective_date: May 20, 2014",
                        "party: Alder Metals Inc.",
                        "term: three (3) years",
                        "jurisdiction: New York");
        assertThat(reading.rejected().ungroundedFacts()).isEqualTo(1);
    }

    private static Profile withoutRules(Profile profile) {
        return new Profile(
                profile.name(),
                profile.fields().stream()
                        .map(field -> new Field(
                                field.name(),
                                field.description(),
                                field.type(),
                                field.many(),
                                field.allowed(),
                                field.cues(),
                                field.requireCue()))
                        .toList(),
                profile.digest());
    }

    private ScriptedDoor ordinary() {
        return door.feel("feeling of the text", "neutral", Map.of("positive", -2.0, "negative", -2.1, "neutral", -0.3))
                .say("Summarise the text", "Alder Metals Inc. and Birch Castings LLC wish to exchange drawings.");
    }

    private Reading read(ScriptedDoor ignored) throws InterruptedException {
        ChunkedText document = document(TEXT);
        assertThat(ignored).isSameAs(door);
        return (Reading) reader(Map.of()).read(document, document.chunks().getFirst(), NDA);
    }

    private ModelReader reader(Map<String, String> settings) {
        return new ModelReader(door, TestConfig.reading(settings), TestConfig.inference());
    }

    private static ChunkedText document(String text) {
        return TestDocument.of(text, "en", 100);
    }
}
