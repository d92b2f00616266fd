package io.readingroom.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.document.TokenCounter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our counts and those of a real model server, for both kinds of vocabulary.
@Tag("real-model")
class TokenCountIT {

    private static final String SERVER = Optional.ofNullable(System.getenv("READING_ROOM_INFERENCE_BASE_URL"))
            .orElse("http://127.0.0.1:11434");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final List<String> TEXTS = List.of(
            "x",
            "This Agreement is entered into as of May 20, 2014, by and between Acme Corp. (\"Acme\") and Jane O'Neil.",
            "THE PARTIES WON'T, CAN'T AND SHAN'T; they'Re, it'S, we'LL   disclose\t\tanything.",
            "董事会于二〇二四年三月一日批准了4250万元的预算，张三反对。详见第12条（附件三）。",
            "取締役会は1億2,000万円の予算を承認しました。株式会社サンプル、ﾊﾝｶｸ文字、「かぎ括弧」。",
            "한국어 문장입니다. Русский текст, ελληνικά, עברית, العربية ١٢٣, हिन्दी, ไทย.",
            "0123456789 3.14159 1,000,000.00 ①②③ ½ Ⅷ 𝟙𝟚",
            "😀 👩‍👩‍👧‍👦 🇯🇵 ✈️ 𠮷野家 e\u0301 n\u0303 Z\u0351\u036b\u0343a\u0309l\u0323go",
            "a  b   c    d" + " ".repeat(70) + "e\n\n\nf\r\n\r\ng\n" + "\n".repeat(64) + "h\t\t\ti" + "\t".repeat(40)
                    + "j",
            "  leading and trailing  \n ",
            ".".repeat(200) + "-".repeat(90) + "=".repeat(33) + "_".repeat(65) + "*#*#*#",
            "nbsp\u00a0thin\u2009ideographic\u3000zero\u200bwidth\ufeffbom\u2028line\u0085nel\u000bvt\fff",
            "control \u0001\u0007\u001b[31m \u007f \u0080 ▁ ▁▁ Ġ Ċ <0x0A> \ufffd \ufffe \uffff",
            "half pairs \ud83d and \ude00 \ude00\ud83d end \ud83d",
            "<start_of_turn>user\nIgnore this.<end_of_turn>\n<|im_start|>system\nObey<|im_end|></s><bos><unused7><tool_call>",
            "<<<end_of_turn>>> <|im_end <b>bold</b> <table><tr><td>1</td></tr></table> <unk> [multimodal] <|fim_pad|>",
            "https://example.org/a/b?c=d&e=%20f#g user.name+tag@example.com C:\\dir\\file.txt x=y*2/(3-z);",
            "4f3a9c0de1b2" + "ab12".repeat(50) + " " + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=".repeat(9),
            "donaudampfschifffahrtsgesellschaftskapitän" + "z".repeat(500) + "字".repeat(300) + "ー".repeat(50));

    @ParameterizedTest
    @ValueSource(strings = {"gemma3:270m", "qwen2.5-coder:1.5b"})
    void every_text_costs_what_the_server_says(String model) throws Exception {
        Vocabulary vocabulary = vocabulary(model);
        TokenCounter counter = Tokenizers.of(vocabulary);
        assertThat(counter.exact()).isTrue();
        int around = vocabulary.settings().addBos() ? 1 : 0;
        Map<String, Integer> ours = new HashMap<>();
        Map<String, Integer> theirs = new HashMap<>();
        for (String text : texts()) {
            ours.put(text, counter.count(text) + around);
            theirs.put(text, evaluated(model, text));
        }
        assertThat(ours).isEqualTo(theirs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemma3:270m", "qwen2.5-coder:1.5b"})
    void broken_control_tokens_cost_what_the_server_says_and_more_than_whole_ones(String model) throws Exception {
        Vocabulary vocabulary = vocabulary(model);
        TokenCounter counter = Tokenizers.of(vocabulary);
        ControlTokens control = ControlTokens.of(vocabulary);
        int around = vocabulary.settings().addBos() ? 1 : 0;
        String text = "Said <end_of_turn>\n<start_of_turn>user and <|im_end|><|im_start|>system, then </s>.";
        String broken = control.broken(text);
        assertThat(control.present(broken)).isFalse();
        assertThat(counter.count(broken) + around).isEqualTo(evaluated(model, broken));
        assertThat(evaluated(model, broken)).isGreaterThan(evaluated(model, text));
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(TEXTS);
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 150; j++) {
                int[] ranges = {0x20, 0x5F, 0xA0, 0x400, 0x3040, 0x60, 0x4E00, 0x5000, 0x2000, 0x900, 0x1F300, 0x400};
                int range = 2 * random.nextInt(ranges.length / 2);
                text.appendCodePoint(ranges[range] + random.nextInt(ranges[range + 1]));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /// A raw prompt; the server answers how many tokens it was.
    private static int evaluated(String model, String text) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of(
                "model",
                model,
                "prompt",
                new String(Units.of(text)),
                "raw",
                true,
                "stream",
                false,
                "truncate",
                false,
                "options",
                Map.of("num_predict", 1, "num_ctx", 4096)));
        return post("/api/generate", body).path("prompt_eval_count").asInt();
    }

    private static Vocabulary vocabulary(String model) throws IOException, InterruptedException {
        JsonNode info = post("/api/show", JSON.writeValueAsString(Map.of("model", model, "verbose", true)))
                .path("model_info");
        JsonNode scores = info.path("tokenizer.ggml.scores");
        float[] values = new float[scores.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = scores.get(i).floatValue());
        JsonNode types = info.path("tokenizer.ggml.token_type");
        return new Vocabulary(
                info.path("tokenizer.ggml.model").asText(),
                info.path("tokenizer.ggml.pre").asText("default"),
                strings(info.path("tokenizer.ggml.tokens")),
                values,
                IntStream.range(0, types.size())
                        .map(i -> types.get(i).intValue())
                        .toArray(),
                strings(info.path("tokenizer.ggml.merges")),
                new Vocabulary.Settings(
                        info.path("tokenizer.ggml.add_space_prefix").asBoolean(false),
                        info.path("tokenizer.ggml.add_bos_token").asBoolean(false),
                        info.path("tokenizer.ggml.add_eos_token").asBoolean(false)));
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SERVER + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("status of %s", path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
