package io.readingroom.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.grounding.Passage;
import io.readingroom.reading.Profile;
import io.readingroom.reading.profile.Profiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whom the shipped profile `nda` takes for a party.
class NdaProfileTest {

    private static final Profile NDA = new Profiles(Optional.empty()).named("nda");

    private static final String CONTRACT = """
            This Agreement is made between Grey Pine Castings, Inc. (hereinafter "GPC"), Kenneth M. Bate ("Bate") and \
            Meadow Mills Limited, a company of Oslo (the “Recipient”), for its mill (the "Works"). GPC shall disclose plans to Bate and to Meadow Mills.

            By: /s/ ROBERT V. DICKINSON

            Robert V. Dickinson
            NAME (PRINT OR TYPE)

            President and CEO
            TITLE

            /s/ Kenneth M. Bate""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Grey Pine Castings, Inc. | Grey Pine Castings, Inc.
            Meadow Mills Limited     | Meadow Mills Limited
            Kenneth M. Bate          | Kenneth M. Bate
            GPC                      | Grey Pine Castings, Inc.
            Bate                     | Kenneth M. Bate
            Works                    |
            Recipient                |
            Robert V. Dickinson      |
            """)
    void a_party_is_named_in_full_and_does_not_only_sign(String written, String kept) {
        assertThat(parties(CONTRACT, "en", written)).isEqualTo(kept == null ? List.of() : List.of(kept));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            青禾精密仪器股份有限公司 | 青禾精密仪器股份有限公司
            青禾公司             | 青禾精密仪器股份有限公司
            """)
    void in_chinese_too(String written, String kept) {
        String text = "本协议由青禾精密仪器股份有限公司（以下简称“青禾公司”）与海岚医疗有限公司订立。青禾公司应当保密。";
        assertThat(parties(text, "zh", written)).isEqualTo(kept == null ? List.of() : List.of(kept));
    }

    private static List<String> parties(String text, String language, String written) {
        Span all = new Span(0, text.length());
        Passage passage = new Passage(ProtectedText.of(text), all, List.of(all), List.of(new Page(1, all)), language);
        return new FactGrounding(passage)
                        .keep(NDA.fields(), new FactsAnswer(Map.of("party", List.of(written)), true), new Echo(""), 0)
                        .grounded()
                        .stream()
                        .filter(fact -> fact.kind().equals("party"))
                        .map(fact -> fact.value().reveal())
                        .toList();
    }
}
