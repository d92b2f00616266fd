package io.readingroom.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.tokenizer.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelDescriptionTest {

    @Test
    void reads_the_vocabulary_and_the_context_of_the_model_itself() throws Exception {
        ModelDescription description = parse("""
                {"template":"{{ x }}","details":{"families":["a"]},"model_info":{
                 "gemma4.context_length":131072,"gemma4.vision.context_length":256,"general.architecture":"gemma4",
                 "general.tags":["x",{"y":1}],"gemma4.rope":1e-6,"other":null,
                 "tokenizer.ggml.add_bos_token":true,"tokenizer.ggml.add_space_prefix":false,
                 "tokenizer.ggml.model":"llama","tokenizer.ggml.pre":"default",
                 "tokenizer.ggml.scores":[-1000,0,-1.5],"tokenizer.ggml.token_type":[3,1,1],
                 "tokenizer.ggml.tokens":["<pad>","▁a","b"]},"tensors":[{"shape":[1,2]}]}""");

        assertThat(description.trainedContext()).isEqualTo(131072);
        assertThat(description.remote()).isFalse();
        Vocabulary vocabulary = description.vocabulary().orElseThrow();
        assertThat(vocabulary.model()).isEqualTo("llama");
        assertThat(vocabulary.tokens()).containsExactly("<pad>", "▁a", "b");
        assertThat(vocabulary.scores()).containsExactly(-1000f, 0f, -1.5f);
        assertThat(vocabulary.types()).containsExactly(3, 1, 1);
        assertThat(vocabulary.merges()).isEmpty();
        assertThat(vocabulary.settings()).isEqualTo(new Vocabulary.Settings(false, true, false));
    }

    @Test
    void a_server_that_keeps_its_vocabulary_gives_none() throws Exception {
        assertThat(parse("{\"model_info\":{\"tokenizer.ggml.tokens\":null}}").vocabulary())
                .isEmpty();
        assertThat(parse("{\"model_info\":null}").vocabulary()).isEmpty();
        assertThat(parse("{}").trainedContext()).isZero();
    }

    @Test
    void sees_that_a_model_runs_elsewhere() throws Exception {
        assertThat(parse("{\"remote_host\":\"https://elsewhere.example\"}").remote())
                .isTrue();
        assertThat(parse("{\"remote_host\":\"\",\"remote_model\":null}").remote())
                .isFalse();
    }

    @Test
    void hostile_bytes_end_in_an_exception_of_input() {
        byte[] good = """
                {"model_info":{"general.architecture":"a","a.context_length":5,"tokenizer.ggml.tokens":["x","y"],\
                "tokenizer.ggml.scores":[1,2]},"remote_host":"h"}""".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                ModelDescription.parse(bytes);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThatThrownBy(() -> parse("[]")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> parse("")).isInstanceOf(IOException.class);
    }

    private static ModelDescription parse(String json) throws IOException {
        return ModelDescription.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
