package io.readingroom.inference;

import org.jspecify.annotations.Nullable;

/// No finished answer. The subtype tells what a caller can sensibly do. Messages name the failure, never
/// its content.
public abstract sealed class InferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private InferenceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// The prompt and its answer do not fit the context: cut the text and ask again.
    public static final class TooLong extends InferenceException {
        private static final long serialVersionUID = 1L;
        private final int promptTokens;

        /// @param promptTokens the true count, or 0 when the server did not say
        public TooLong(int promptTokens) {
            super("prompt-too-long", null);
            this.promptTokens = promptTokens;
        }

        /// The true count of the prompt's tokens, or 0 when the server did not say.
        public int promptTokens() {
            return promptTokens;
        }
    }

    /// The answer reached its limit: its beginning may still be of use.
    public static final class Cut extends InferenceException {
        private static final long serialVersionUID = 1L;
        private final transient Answer partial;

        public Cut(Answer partial) {
            super("answer-cut", null);
            this.partial = partial;
        }

        /// The answer up to where it was cut.
        public Answer partial() {
            return partial;
        }
    }

    /// The model repeated itself, or said nothing, or not what the schema asks for: ask differently or
    /// leave it out.
    public static final class Useless extends InferenceException {
        private static final long serialVersionUID = 1L;

        /// @param message a stable word: `answer-empty`, `answer-repeats` or `answer-invalid`
        public Useless(String message) {
            super(message, null);
        }
    }

    /// The server is down, busy or slow: wait and try again later, a bounded number of times.
    public static final class Unavailable extends InferenceException {
        private static final long serialVersionUID = 1L;

        /// @param message a stable word: `server-down`, `server-busy`, `server-timed-out`, `server-failed`,
        /// `queue-full` or `permits-unreachable`
        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// The model or the configuration is wrong: only an operator can help.
    public static final class Misconfigured extends InferenceException {
        private static final long serialVersionUID = 1L;

        /// @param message a stable word: `model-missing`, `model-remote`, `request-refused`, `address-refused`,
        ///     `base-url-missing` or `base-url-invalid`
        public Misconfigured(String message) {
            super(message, null);
        }
    }

    /// A stable word for logs, metrics and events.
    public String code() {
        return String.valueOf(getMessage());
    }
}
