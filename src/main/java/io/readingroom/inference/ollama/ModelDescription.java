package io.readingroom.inference.ollama;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.readingroom.tokenizer.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `/api/show` with `verbose` says of a model, read as a stream: megabytes of vocabulary never become a tree.
///
/// @param vocabulary the model's vocabulary, empty when the server keeps it to itself
/// @param trainedContext the context the model was trained for, in tokens; 0 when unknown
/// @param remote whether the model runs on another host
record ModelDescription(Optional<Vocabulary> vocabulary, int trainedContext, boolean remote) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String TOKENIZER = "tokenizer.ggml.";

    static ModelDescription parse(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            return new Reader(parser).read();
        }
    }

    private static final class Reader {
        private final JsonParser parser;
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, Boolean> flags = new HashMap<>();
        private List<String> tokens = List.of();
        private List<String> merges = List.of();
        private float[] scores = {};
        private int[] types = {};

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        ModelDescription read() throws IOException {
            boolean remote = false;
            expectObject(parser.nextToken());
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "remote_host", "remote_model" ->
                        remote |= !parser.getValueAsString("").isBlank();
                    case "model_info" -> readInfo(value);
                    default -> parser.skipChildren();
                }
            }
            return new ModelDescription(vocabulary(), trainedContext(), remote);
        }

        private void readInfo(JsonToken start) throws IOException {
            if (start == JsonToken.VALUE_NULL) {
                return;
            }
            expectObject(start);
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                switch (parser.nextToken()) {
                    case START_ARRAY -> readArray(name);
                    case START_OBJECT -> parser.skipChildren();
                    case VALUE_STRING -> texts.put(name, parser.getText());
                    case VALUE_NUMBER_INT ->
                        numbers.put(name, (int) Math.min(parser.getLongValue(), Integer.MAX_VALUE));
                    case VALUE_TRUE, VALUE_FALSE -> flags.put(name, parser.getBooleanValue());
                    default -> {
                        // Numbers with a fraction and absent values say nothing of use here.
                    }
                }
            }
        }

        private void readArray(String name) throws IOException {
            switch (name) {
                case TOKENIZER + "tokens" -> tokens = strings();
                case TOKENIZER + "merges" -> merges = strings();
                case TOKENIZER + "scores" -> scores = floats();
                case TOKENIZER + "token_type" -> types = ints();
                default -> parser.skipChildren();
            }
        }

        private List<String> strings() throws IOException {
            List<String> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(parser.getText());
            }
            return values;
        }

        private float[] floats() throws IOException {
            List<Float> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(parser.getFloatValue());
            }
            float[] array = new float[values.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = values.get(i);
            }
            return array;
        }

        private int[] ints() throws IOException {
            List<Integer> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(parser.getIntValue());
            }
            return values.stream().mapToInt(Integer::intValue).toArray();
        }

        private Optional<Vocabulary> vocabulary() {
            if (tokens.isEmpty()) {
                return Optional.empty();
            }
            String model = texts.getOrDefault(TOKENIZER + "model", "");
            return Optional.of(new Vocabulary(
                    model,
                    texts.getOrDefault(TOKENIZER + "pre", "default"),
                    tokens,
                    scores,
                    types,
                    merges,
                    new Vocabulary.Settings(
                            flags.getOrDefault(TOKENIZER + "add_space_prefix", "llama".equals(model)),
                            flags.getOrDefault(TOKENIZER + "add_bos_token", "llama".equals(model)),
                            flags.getOrDefault(TOKENIZER + "add_eos_token", false))));
        }

        private int trainedContext() {
            String architecture = texts.getOrDefault("general.architecture", "");
            return numbers.getOrDefault(architecture + ".context_length", 0);
        }

        private static void expectObject(JsonToken token) throws IOException {
            if (token != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
        }
    }
}
