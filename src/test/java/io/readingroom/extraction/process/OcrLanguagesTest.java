package io.readingroom.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.extraction.process.ExtractionLimits.Ocr;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OcrLanguagesTest {

    private static final Set<String> DEBIAN = Set.of("eng", "osd");

    @Test
    void of_the_languages_in_the_settings_those_that_are_installed_are_used() {
        assertThat(OcrLanguages.chosen(Ocr.AUTO, List.of("chi_sim", "jpn", "eng"), DEBIAN))
                .isEqualTo("eng");
        assertThat(OcrLanguages.chosen(Ocr.ON, List.of("deu", "eng"), Set.of("eng", "deu", "fra")))
                .isEqualTo("deu+eng");
    }

    @Test
    void ideographs_are_looked_for_before_latin_letters() {
        Set<String> all = Set.of("eng", "deu", "jpn", "chi_sim", "kor");
        assertThat(OcrLanguages.chosen(Ocr.AUTO, List.of("eng", "jpn", "deu", "chi_sim", "jpn"), all))
                .isEqualTo("jpn+chi_sim+eng+deu");
    }

    @Test
    void without_a_language_there_is_no_ocr_unless_it_is_insisted_on() {
        assertThat(OcrLanguages.chosen(Ocr.AUTO, List.of("eng"), Set.of())).isEmpty();
        assertThat(OcrLanguages.chosen(Ocr.OFF, List.of("eng"), DEBIAN)).isEmpty();
        assertThatThrownBy(() -> OcrLanguages.chosen(Ocr.ON, List.of("jpn"), DEBIAN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reading-room.extraction.ocr")
                .hasMessageContaining("jpn");
    }
}
