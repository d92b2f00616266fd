package io.readingroom.pipeline;

import io.readingroom.access.OnBehalf;
import io.readingroom.telemetry.Trail;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Several virtual threads at the same work.
///
/// @param count how many, at least one
record Hands(int count) {

    /// What each of them does.
    @FunctionalInterface
    interface Work {
        void go() throws InterruptedException;
    }

    /// Does the work and waits for all to end.
    ///
    /// @throws InterruptedException when one of them was interrupted; a failure of another comes first
    void all(Work work) throws InterruptedException {
        List<Future<Void>> ended;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> task = OnBehalf.carried(Trail.carried(() -> {
                work.go();
                return null;
            }));
            ended = threads.invokeAll(
                    IntStream.range(0, count).mapToObj(hand -> task).toList());
        }
        rethrow(ended);
    }

    private static void rethrow(List<Future<Void>> ended) throws InterruptedException {
        @Nullable InterruptedException interrupted = null;
        for (Future<Void> one : ended) {
            switch (failure(one)) {
                case null -> {}
                case InterruptedException e -> interrupted = e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
        if (interrupted != null) {
            throw interrupted;
        }
    }

    private static @Nullable Throwable failure(Future<Void> one) {
        return one.state() == Future.State.FAILED ? one.exceptionNow() : null;
    }
}
