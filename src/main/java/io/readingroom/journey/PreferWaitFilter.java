package io.readingroom.journey;

import io.readingroom.document.DocumentId;
import io.readingroom.result.Answers;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `Prefer: wait=N` (RFC 7240, section 4.3) on an upload: waits up to N seconds for the journey to end and answers the
/// finished analysis, or the problem for which there is none. When the time is over the 202 goes out as it is, and at
/// once for a caller that may not read analyses.
@Provider
public class PreferWaitFilter implements ContainerResponseFilter {

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?", Pattern.CASE_INSENSITIVE);

    private final JourneyDesk desk;
    private final Answers answers;

    PreferWaitFilter(JourneyDesk desk, Answers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.ACCEPTED.getStatusCode() || !"POST".equals(request.getMethod())) {
            return;
        }
        Optional<DocumentId> document = document(response.getHeaderString("Location"));
        Optional<Duration> wait = wait(request.getHeaderString("Prefer"));
        // A preference may be left alone: what the caller may not read does not come this way either.
        if (document.isPresent() && wait.isPresent() && desk.callerReads()) {
            answer(document.get(), wait.get(), response);
        }
    }

    private void answer(DocumentId document, Duration wait, ContainerResponseContext response) {
        try {
            if (JourneyDesk.ended(desk.await(document, wait))) {
                byte[] analysis = answers.json(document, null);
                response.setStatus(Response.Status.OK.getStatusCode());
                response.setEntity(analysis, null, MediaType.APPLICATION_JSON_TYPE);
                response.getHeaders().putSingle("Preference-Applied", "wait=" + wait.toSeconds());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// The wait that is preferred, within what is allowed.
    private Optional<Duration> wait(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return Optional.empty();
        }
        long seconds =
                Math.min(Long.parseLong(wait.group(1)), desk.longestWait().toSeconds());
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private static Optional<DocumentId> document(@Nullable String location) {
        return location == null
                ? Optional.empty()
                : DocumentId.parse(location.substring(location.lastIndexOf('/') + 1));
    }
}
