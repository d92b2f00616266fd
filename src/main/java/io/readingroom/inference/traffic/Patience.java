package io.readingroom.inference.traffic;

import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import java.time.Duration;

/// Calls the server with bounded patience: a server that is busy or cannot be reached is tried again after a growing
/// pause. Nothing else is: a call that timed out would only repeat the same long prefill.
public final class Patience {

    private final int attempts;
    private final Duration delay;
    private final CircuitBreaker breaker;
    private final Runnable retried;

    /// @param retried told before each further try
    public Patience(InferenceSettings settings, CircuitBreaker breaker, Runnable retried) {
        this.attempts = settings.attempts();
        this.delay = settings.retryDelay();
        this.breaker = breaker;
        this.retried = retried;
    }

    @FunctionalInterface
    public interface Call {
        Answer ask() throws InterruptedException;
    }

    public Answer call(Call call) throws InterruptedException {
        breaker.pass();
        try {
            Answer answer = repeated(call);
            breaker.worked();
            return answer;
        } catch (InferenceException.Unavailable e) {
            breaker.failed(e.code());
            throw e;
        } catch (InferenceException e) {
            breaker.worked();
            throw e;
        }
    }

    private Answer repeated(Call call) throws InterruptedException {
        Duration pause = delay;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.ask();
            } catch (InferenceException.Unavailable e) {
                boolean passing = "server-busy".equals(e.code()) || "server-down".equals(e.code());
                if (!passing || attempt >= attempts) {
                    throw e;
                }
                retried.run();
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }
}
