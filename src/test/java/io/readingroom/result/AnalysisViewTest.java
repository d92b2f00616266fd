package io.readingroom.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.readingroom.document.ProtectedText;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class AnalysisViewTest {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new SimpleModule().addSerializer(new Words()));

    @Test
    void an_analysis_has_the_shape_that_callers_rely_on() throws IOException {
        try (InputStream golden = AnalysisViewTest.class.getResourceAsStream("analysis.json")) {
            assertThat(MAPPER.readTree(MAPPER.writeValueAsBytes(AnalysisView.of(Samples.analysis("May 20, 2014")))))
                    .isEqualTo(MAPPER.readTree(golden));
        }
    }

    @Test
    void a_view_that_reaches_a_log_line_shows_no_words() {
        assertThat(AnalysisView.of(Samples.analysis("May 20, 2014")).toString()).doesNotContain("May 20");
    }

    private static final class Words extends StdSerializer<ProtectedText> {
        private static final long serialVersionUID = 1L;

        Words() {
            super(ProtectedText.class);
        }

        @Override
        public void serialize(ProtectedText text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text.reveal());
        }
    }
}
