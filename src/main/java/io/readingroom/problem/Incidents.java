package io.readingroom.problem;

import java.util.UUID;
import org.jboss.logging.Logger;

/// Logs what nobody foresaw: the kinds of failure and where they came from, never their messages, which may hold
/// content.
final class Incidents {

    private static final Logger LOG = Logger.getLogger(Incidents.class);
    private static final int DEEPEST = 8;

    private Incidents() {}

    /// Logs the failure and answers the identity under which it stands in the log.
    static String log(Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.errorf("Incident %s: %s", incident, kinds(failure));
        return incident;
    }

    static String kinds(Throwable failure) {
        StringBuilder kinds = new StringBuilder();
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            kinds.append(depth == 0 ? "" : " <- ").append(current.getClass().getName());
            StackTraceElement[] trace = current.getStackTrace();
            if (trace.length > 0) {
                kinds.append(" at ").append(trace[0]);
            }
            current = current.getCause();
        }
        return kinds.toString();
    }
}
