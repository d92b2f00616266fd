package io.readingroom.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.reading.Profile;
import io.readingroom.reading.profile.Profiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the shipped profile `general` lets count as which kind of fact.
class GeneralProfileTest {

    private static final Profile GENERAL = new Profiles(Optional.empty()).named("general");

    private static final String MEETING = "Professor C: Nancy will show the system to Adam at Birch Bank on Friday. "
            + "The group agreed to buy the package for $ 500. Grad B: So the current one is case 4711. It runs for two years. It runs until the end. "
            + "The State Regulator applies the Data Act.";

    private static final String MINUTES = "会议通过了第一项议案。总经理周敏应当在2025年4月15日前提交报告。合同编号QH-12，青禾精密仪器股份有限公司。";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person       | Professor C                                  | Professor C
            person       | Nancy                                        | Nancy
            person       | the system                                   |
            person       | The group                                    |
            person       | Birch Bank                                   |
            organisation | Birch Bank                                   | Birch Bank
            organisation | Professor C                                  |
            obligation   | Nancy will show the system to Adam           | Professor C: Nancy will show the system to Adam at Birch Bank on Friday.
            obligation   | Adam                                         |
            decision     | agreed to buy the package                    | The group agreed to buy the package for $ 500.
            decision     | the package                                  |
            identifier   | 4711                                         | 4711
            identifier   | the package                                  |
            amount       | $ 500                                        | $ 500
            amount       | the package                                  |
            date         | Friday                                       |
            duration     | for two years                                | for two years
            duration     | until the end                                | until the end
            duration     | the package                                  |
            law          | the Data Act                                 | the Data Act
            law          | the package                                  |
            person       | The State Regulator                          |
            """)
    void a_value_counts_as_what_its_form_says(String kind, String written, String kept) {
        assertThat(KeptValues.of(GENERAL, MEETING, "en", kind, written))
                .isEqualTo(kept == null ? List.of() : List.of(kept));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            obligation | 总经理周敏                          |
            obligation | 总经理周敏应当在2025年4月15日前提交报告 | 总经理周敏应当在2025年4月15日前提交报告。
            identifier | QH-12                            | QH-12
            identifier | 2025年4月15日                     |
            organisation | 总经理周敏应当在2025年4月15日前提交报告 |
            organisation | 青禾精密仪器股份有限公司              | 青禾精密仪器股份有限公司
            """)
    void in_chinese_too(String kind, String written, String kept) {
        assertThat(KeptValues.of(GENERAL, MINUTES, "zh", kind, written))
                .isEqualTo(kept == null ? List.of() : List.of(kept));
    }

    @Test
    void every_field_is_asked_for_in_a_question() {
        assertThat(GENERAL.fields())
                .allSatisfy(field -> assertThat(field.description()).endsWith("?"));
    }
}
