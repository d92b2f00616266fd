package io.readingroom.pipeline;

import io.quarkus.runtime.StartupEvent;
import io.readingroom.reading.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The reader that the operator chose with `reading-room.engine`: `ollama`, or `extractive`, which needs no model and
/// finds less. There is no falling back from one to the other: a missing model is an error.
@ApplicationScoped
class Engine {

    private final String name;
    private final List<Reader> readers;

    Engine(
            @ConfigProperty(name = "reading-room.engine", defaultValue = "ollama") String name,
            @Any Instance<Reader> readers) {
        this.name = name;
        this.readers = readers.stream().toList();
    }

    /// A name that no reader has refuses the start.
    void onStart(@Observes StartupEvent start) {
        reader();
    }

    Reader reader() {
        return readers.stream()
                .filter(reader -> reader.engine().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("reading-room.engine is \"" + name + "\", but there is only "
                                + readers.stream().map(Reader::engine).sorted().toList()));
    }
}
