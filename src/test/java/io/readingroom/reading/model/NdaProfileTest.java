package io.readingroom.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.reading.Profile;
import io.readingroom.reading.profile.Profiles;
import java.util.List;
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
        assertThat(KeptValues.of(NDA, CONTRACT, "en", "party", written))
                .isEqualTo(kept == null ? List.of() : List.of(kept));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            青禾精密仪器股份有限公司 | 青禾精密仪器股份有限公司
            青禾公司             | 青禾精密仪器股份有限公司
            """)
    void in_chinese_too(String written, String kept) {
        String text = "本协议由青禾精密仪器股份有限公司（以下简称“青禾公司”）与海岚医疗有限公司订立。青禾公司应当保密。";
        assertThat(KeptValues.of(NDA, text, "zh", "party", written))
                .isEqualTo(kept == null ? List.of() : List.of(kept));
    }
}
