package io.readingroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerPrinterTest {

    private static final String TEXT = "This Agreement is made on May 20, 2014\u001b[2J in Oslo.";

    private static final String ANALYSIS = """
            {"summary":{"sentences":[{"text":"It is made.","evidence":[{"page":1,"start":0,"end":22,"quote":"This Agreement is made"}]}],"sections":[]},
             "sentiment":{"label":"neutral","confidence":0.8,"scores":{"positive":0.1,"neutral":0.8,"negative":0.1},"drivers":[]},
             "keyFacts":[{"kind":"date","value":"May 20, 2014","normalized":"2014-05-20",
                          "evidence":[{"page":1,"start":26,"end":38,"quote":"May 20, 2014"}]}],
             "coverage":{"characters":{"read":51,"total":51},"chunks":{"read":1,"total":1},"tokens":{"read":20,"total":20}},
             "rejected":{"ungroundedFacts":2,"unsupportedSentences":1},
             "warnings":[{"code":"page-without-text","page":3}],
             "provenance":{"engine":"ollama","model":"m","calls":3,"promptTokens":90,"prefixTokens":40,"outputTokens":12,
                           "startedAt":"2030-01-01T00:00:00Z","finishedAt":"2030-01-01T00:01:05Z"}}""";

    @Test
    void an_answer_is_printed_with_its_evidence_and_its_cost() throws Exception {
        assertThat(printed(ANALYSIS))
                .contains("It is made.\n        p. 1  “This Agreement is made”")
                .contains("date            May 20, 2014  = 2014-05-20")
                .contains("p. 1  “…This Agreement is made on [May 20, 2014][2J in Oslo.…”")
                .contains("Read 51 of 51 characters in 1 chunk(s) by ollama m in 65 s")
                .contains("3 calls, 90 prompt tokens (4.50 for each of the document; 2.50 without")
                .contains("2 facts, 1 sentences")
                .contains("page-without-text, page 3");
    }

    @Test
    void no_control_character_of_a_document_reaches_the_terminal() throws Exception {
        assertThat(printed(ANALYSIS.replace("It is made.", "It\\u001b[31m is"))).doesNotContain("\u001b");
    }

    private static String printed(String analysis) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        JsonNode answer = new ObjectMapper().readTree(analysis);
        new AnswerPrinter(new PrintStream(written, true, StandardCharsets.UTF_8)).print(answer, TEXT);
        return written.toString(StandardCharsets.UTF_8);
    }
}
