package io.readingroom.analysis.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.AnalysisConfig;
import io.readingroom.analysis.Conflict;
import io.readingroom.analysis.Coverage;
import io.readingroom.analysis.Coverage.Share;
import io.readingroom.analysis.KeyFact;
import io.readingroom.analysis.Material;
import io.readingroom.analysis.Provenance;
import io.readingroom.analysis.Readings;
import io.readingroom.analysis.Sentiment;
import io.readingroom.analysis.SentimentLabel;
import io.readingroom.analysis.SentimentSection;
import io.readingroom.analysis.Summary;
import io.readingroom.analysis.SummarySection;
import io.readingroom.analysis.summary.Condensed;
import io.readingroom.analysis.summary.Condenser;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.document.Warning;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SentimentReading;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.TestConfig;
import io.readingroom.reading.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentAnalystTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:01:00Z");
    private static final String TEXT = "Alder signed on May 20, 2014. Birch was unhappy. Alder signed on May 21, 2014.";

    private final Readings readings = new Readings(TEXT);

    @Test
    void the_same_value_of_two_chunks_is_one_fact_with_both_places() throws InterruptedException {
        readings.chunk(0, 30, readings.fact("party", "Alder", "alder"));
        readings.chunk(30, 78, readings.fact("party", "Alder signed on May 21", "alder"));
        Analysis analysis = analyse(readings.material("fixed"));
        assertThat(analysis.keyFacts()).singleElement().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo("F1");
            assertThat(fact.evidence()).hasSize(2);
        });
        assertThat(analysis.conflicts()).isEmpty();
    }

    @Test
    void facts_are_numbered_in_the_order_of_the_text_and_single_fields_with_two_values_conflict()
            throws InterruptedException {
        readings.chunk(30, 78, readings.fact("effective_date", "May 21, 2014", "2014-05-21"));
        readings.chunk(0, 30, readings.fact("effective_date", "May 20, 2014", "2014-05-20"));
        Analysis analysis = analyse(readings.material("fixed"));
        assertThat(analysis.keyFacts()).extracting(KeyFact::id).containsExactly("F1", "F2");
        assertThat(analysis.keyFacts().getFirst().value().reveal()).isEqualTo("May 20, 2014");
        assertThat(analysis.conflicts())
                .containsExactly(new Conflict("effective_date", "effective date", List.of("F1", "F2")));
    }

    @Test
    void several_values_of_a_field_that_has_many_do_not_conflict() throws InterruptedException {
        readings.chunk(0, 78, readings.fact("party", "Alder", "alder"), readings.fact("party", "Birch", "birch"));
        assertThat(analyse(readings.material("fixed")).conflicts()).isEmpty();
    }

    @Test
    void a_name_that_the_profile_wants_once_is_told_under_its_first_kind_only() throws InterruptedException {
        readings.chunk(
                        0,
                        30,
                        readings.fact("organisation", "Alder", "alder"),
                        readings.fact("person", "Birch", "birch"))
                .chunk(30, 78, readings.fact("party", "Alder", "alder"), readings.fact("person", "Alder", "alder"));
        List<Page> pages = List.of(new Page(1, new Span(0, TEXT.length())));
        assertThat(analyse(readings.material("fixed", "general", pages, List.of()))
                        .keyFacts())
                .extracting(KeyFact::kind, fact -> fact.value().reveal())
                .containsExactlyInAnyOrder(tuple("party", "Alder"), tuple("person", "Birch"));
    }

    @Test
    void sentiment_is_weighed_by_length_and_driven_by_the_chunks_of_its_label() throws InterruptedException {
        SentimentReading glad = new SentimentReading(0.9, 0.1, 0, true, List.of(readings.place("Alder signed")));
        SentimentReading sad = new SentimentReading(0, 0.2, 0.8, true, List.of(readings.place("Birch was unhappy.")));
        readings.chunk(0, 20, glad, List.of());
        readings.chunk(20, 78, sad, List.of());
        Sentiment sentiment = analyse(readings.material("fixed")).sentiment();
        assertThat(sentiment.label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(sentiment.negative()).isCloseTo(0.8 * 58 / 78, within(1e-9));
        assertThat(sentiment.confidence()).isEqualTo(sentiment.negative());
        assertThat(sentiment.positive() + sentiment.neutral() + sentiment.negative())
                .isCloseTo(1, within(1e-9));
        assertThat(sentiment.drivers())
                .singleElement()
                .satisfies(driver -> assertThat(driver.quote().reveal()).startsWith("Birch"));
        assertThat(sentiment.sections())
                .extracting(SentimentSection::label)
                .containsExactly(SentimentLabel.POSITIVE, SentimentLabel.NEGATIVE);
        assertThat(sentiment.calibrated()).isTrue();
    }

    @Test
    void a_verdict_that_was_not_measured_is_not_calibrated() throws InterruptedException {
        readings.chunk(0, 78, new SentimentReading(0.2, 0.6, 0.2, false, List.of()), List.of());
        assertThat(analyse(readings.material("fixed")).sentiment().calibrated()).isFalse();
    }

    @Test
    void the_summary_of_one_chunk_is_its_own() throws InterruptedException {
        SupportedSentence sentence = readings.sentence("Alder signed.", "Alder signed");
        readings.chunk(0, 78, Readings.neutral(), List.of(sentence));
        Summary summary = analyse(readings.material("fixed")).summary();
        assertThat(summary.sentences()).containsExactly(sentence);
        assertThat(summary.sections()).isEmpty();
        assertThat(summary.language()).isEqualTo("en");
    }

    @Test
    void several_chunks_are_condensed_by_the_engine_that_read_them_and_keep_their_sections()
            throws InterruptedException {
        SupportedSentence sentence = readings.sentence("Alder signed.", "Alder signed");
        readings.chunk(0, 30, Readings.neutral(), List.of(sentence)).chunk(30, 78);
        Analysis analysis = analyse(readings.material("fixed"));
        assertThat(analysis.summary().sentences()).containsExactly(sentence);
        assertThat(analysis.summary().sections())
                .extracting(SummarySection::span)
                .containsExactly(new Span(0, 30), new Span(30, 78));
        assertThat(analysis.rejected()).isEqualTo(new Rejected(2, 3, 0));
        assertThat(analysis.provenance().usage().calls()).isEqualTo(7);
        assertThat(analysis.provenance().origin().templateDigests()).containsKeys("facts", "condense");
        assertThatThrownBy(() -> analyse(readings.material("nobody"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void all_of_the_text_was_read() throws InterruptedException {
        readings.chunk(0, 30).chunk(30, TEXT.length());
        Coverage coverage = analyse(readings.material("fixed")).coverage();
        assertThat(coverage.complete()).isTrue();
        assertThat(coverage.characters()).isEqualTo(new Share(TEXT.length(), TEXT.length()));
        assertThat(coverage.chunks()).isEqualTo(new Share(2, 2));
    }

    @Test
    void text_that_was_not_read_is_never_silent() throws InterruptedException {
        readings.chunk(0, 30).chunk(40, 60);
        List<Page> pages = List.of(new Page(1, new Span(0, 50)), new Page(2, new Span(50, TEXT.length())));
        Analysis analysis = analyse(readings.material("fixed", pages, List.of(Warning.of("garbled-text"))));
        assertThat(analysis.coverage().complete()).isFalse();
        assertThat(analysis.coverage().characters()).isEqualTo(new Share(50, TEXT.length()));
        assertThat(analysis.coverage().chunks()).isEqualTo(new Share(2, 4));
        assertThat(analysis.warnings())
                .containsExactly(
                        Warning.of("garbled-text"),
                        new Warning("text-not-covered", 1),
                        new Warning("text-not-covered", 2));
    }

    @Test
    void hidden_characters_are_flagged_by_page_and_honest_ones_are_not() throws InterruptedException {
        String text = "\uFEFFfamily \uD83D\uDC68\u200D\uD83D\uDC69 here.pay\u202E evil";
        Readings hidden = new Readings(text);
        hidden.chunk(0, text.length());
        int second = text.indexOf("pay");
        List<Page> pages = List.of(new Page(1, new Span(0, second)), new Page(2, new Span(second, text.length())));
        assertThat(analyse(hidden.material("fixed", pages, List.of())).warnings())
                .containsExactly(new Warning("hidden-characters", 2));
    }

    @Test
    void the_provenance_names_text_times_and_version() throws InterruptedException {
        readings.chunk(0, TEXT.length());
        Provenance provenance = analyse(readings.material("fixed")).provenance();
        assertThat(provenance.textDigest()).isEqualTo(ContentDigest.of(TEXT.getBytes(StandardCharsets.UTF_8)));
        assertThat(provenance.startedAt()).isEqualTo(Readings.START);
        assertThat(provenance.finishedAt()).isEqualTo(NOW);
        assertThat(provenance.serviceVersion()).isEqualTo("9.9");
    }

    @Test
    void a_document_without_readings_has_an_empty_answer_that_says_so() throws InterruptedException {
        Analysis analysis = analyse(readings.material("fixed"));
        assertThat(analysis.keyFacts()).isEmpty();
        assertThat(analysis.coverage().complete()).isFalse();
        assertThat(analysis.sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(analysis.warnings()).containsExactly(new Warning("text-not-covered", 1));
    }

    private static Analysis analyse(Material material) throws InterruptedException {
        AnalysisConfig config = TestConfig.mapped(AnalysisConfig.class, Map.of());
        return new DocumentAnalyst(List.of(new FixedCondenser()), config, Clock.fixed(NOW, ZoneOffset.UTC), "9.9")
                .analyse(material);
    }

    /// Says what the first part says.
    private static final class FixedCondenser implements Condenser {

        @Override
        public String engine() {
            return "fixed";
        }

        @Override
        public Condensed condense(Material material) {
            return new Condensed(
                    material.readings().stream()
                            .flatMap(reading -> reading.summary().stream())
                            .limit(1)
                            .toList(),
                    new Rejected(0, 1, 0),
                    new Usage(1, 10, 0, 5, java.time.Duration.ZERO),
                    Map.of("condense", ContentDigest.of(new byte[] {1})));
        }
    }
}
