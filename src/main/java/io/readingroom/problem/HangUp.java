package io.readingroom.problem;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A caller who hung up.
final class HangUp {

    /// Whoever writes to a connection that breaks learns of it a moment before the connection does.
    private static final Duration MOMENT = Duration.ofMillis(200);

    private static final Duration LOOK_AWAY = Duration.ofMillis(5);

    private HangUp() {}

    /// Whether a failure only says that nobody is there any more. Another failure is one, too, when the caller did not
    /// wait for it.
    static boolean explains(Throwable failure, RoutingContext routing) {
        return Causes.within(failure, BrokenOffException.class) != null
                || (failure instanceof IOException && closesNow(routing));
    }

    private static boolean closesNow(RoutingContext routing) {
        long end = System.nanoTime() + MOMENT.toNanos();
        while (!routing.response().closed() && !Context.isOnEventLoopThread() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AWAY.toNanos());
        }
        return routing.response().closed();
    }
}
