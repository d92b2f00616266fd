package io.readingroom.inference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// How the service talks to its model server.
///
/// The trade-off: a large context holds more of a document in one prompt, but takes memory on the server
/// for every permit and is read less reliably; more permits keep a server with several slots busy, but
/// on a server with one slot they let two documents evict each other's cached text; long time-outs wait
/// for a slow prefill, but hold a permit on a server that hangs.
@ConfigMapping(prefix = "reading-room.inference")
public interface InferenceSettings {

    /// Where the model server listens, such as `http://ollama:11434`. It has no default, so that no
    /// document is ever sent to a place that nobody chose; it may be absent when the engine is
    /// `extractive`.
    Optional<URI> baseUrl();

    /// The model's name on the server. Names of models that run elsewhere (`…:cloud`) are refused.
    @WithDefault("gemma4:12b")
    String model();

    /// The context, in tokens, that the server allocates for one prompt and its answer.
    @WithDefault("16384")
    int contextTokens();

    /// The context, in tokens, up to which the model is trusted to read: never more than this is used,
    /// whatever is configured, trained or allocated.
    @WithDefault("60000")
    int reliableContext();

    /// How many prompts the server is given at once, by all replicas together. One, because a local
    /// server has one slot unless it is told otherwise: a second prompt would wait inside the server,
    /// with its time-out running, and evict the cached text. Raise it together with the server's own
    /// number (`OLLAMA_NUM_PARALLEL`).
    @WithDefault("1")
    int permits();

    /// How many callers may wait for a permit; one more is refused at once.
    @WithDefault("64")
    int queue();

    /// How long a caller waits for a permit.
    @WithDefault("PT15M")
    Duration queueWait();

    /// How long a connection may take to open.
    @WithDefault("PT5S")
    Duration connectTimeout();

    /// How long one answer may take, from sending to its last byte: the prefill of a full context on a
    /// slow machine. A call that times out is not repeated.
    @WithDefault("PT15M")
    Duration answerTimeout();

    /// How long a question about the server itself may take: its version, its models, the vocabulary.
    @WithDefault("PT30S")
    Duration serverTimeout();

    /// How long the server keeps the model in memory after an answer; negative keeps it until the server
    /// stops.
    @WithDefault("PT30M")
    Duration keepAlive();

    /// The seed of the sampler, so that a reading can be repeated.
    @WithDefault("1")
    int seed();

    /// How strongly the sampler avoids words that were just used. 1 is not at all: a reader that copies
    /// values out of a text must be free to repeat it, and the server's own default is higher.
    @WithDefault("1.0")
    double repeatPenalty();

    /// How often the server is asked again what it runs, so that an exchanged model is noticed.
    @WithDefault("PT5M")
    Duration refresh();

    /// How often a call is tried in all when the server is busy or cannot be reached.
    @WithDefault("3")
    int attempts();

    /// The pause before the second try; it doubles with each further one.
    @WithDefault("PT1S")
    Duration retryDelay();

    /// After how many failures of the server in a row calls are refused without being sent.
    @WithDefault("5")
    int breakerFailures();

    /// How long calls are then refused before one is let through as a trial.
    @WithDefault("PT30S")
    Duration breakerPause();
}
