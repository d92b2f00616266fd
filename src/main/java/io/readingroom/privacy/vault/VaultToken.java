package io.readingroom.privacy.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The token by which the key service knows this one: from a file, or by logging in with the pod's
/// service account. It is renewed when two thirds of its time are over, and had anew when it cannot be.
final class VaultToken {

    private final TransitServer server;
    private final VaultSettings settings;
    private final Clock clock;

    private @Nullable Held held;

    VaultToken(TransitServer server, VaultSettings settings, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param renewAt when to renew it, null for one that lives for ever or cannot be renewed
    private record Held(String token, @Nullable Instant renewAt, boolean renewable) {}

    /// The token to use now.
    synchronized String current() throws KeyServiceException {
        Held known = held;
        if (known != null && (known.renewAt() == null || clock.instant().isBefore(known.renewAt()))) {
            return known.token();
        }
        Held next = known != null && known.renewable() ? renewed(known) : null;
        if (next == null) {
            next = fresh();
        }
        held = next;
        return next.token();
    }

    /// Forgets a token that was refused.
    synchronized void refused(String token) {
        if (held != null && held.token().equals(token)) {
            held = null;
        }
    }

    private Held fresh() throws KeyServiceException {
        if (settings.tokenFile().isPresent()) {
            String token = read(settings.tokenFile().get());
            TransitServer.Reply about = server.ask("auth/token/lookup-self", token, null);
            if (about.status() == 403) {
                // It may do its work without being allowed to look itself up; if it is invalid, the work tells.
                return new Held(token, null, false);
            }
            require(about);
            JsonNode data = about.body().path("data");
            return held(token, data.path("ttl").asLong(), data.path("renewable").asBoolean());
        }
        String role = settings.kubernetesRole().orElseThrow(() -> new KeyServiceException(Trouble.TOKEN_MISSING));
        TransitServer.Reply login = server.ask(
                "auth/" + settings.kubernetesMount() + "/login",
                null,
                Map.of("role", role, "jwt", read(settings.serviceAccountToken())));
        require(login);
        return held(login.body().path("auth"));
    }

    private @Nullable Held renewed(Held known) {
        try {
            TransitServer.Reply reply = server.ask("auth/token/renew-self", known.token(), Map.of());
            return reply.status() == 200 ? held(reply.body().path("auth")) : null;
        } catch (KeyServiceException later) {
            return null;
        }
    }

    private Held held(JsonNode auth) throws KeyServiceException {
        String token = auth.path("client_token").asText();
        if (token.isEmpty()) {
            throw new KeyServiceException(Trouble.FAILED);
        }
        return held(
                token,
                auth.path("lease_duration").asLong(),
                auth.path("renewable").asBoolean());
    }

    private Held held(String token, long seconds, boolean renewable) {
        Instant renewAt = seconds <= 0 ? null : clock.instant().plusSeconds(Math.max(1, seconds * 2 / 3));
        return new Held(token, renewAt, renewable);
    }

    private static void require(TransitServer.Reply reply) throws KeyServiceException {
        if (reply.status() != 200) {
            throw new KeyServiceException(TransitKeys.trouble(reply.status()));
        }
    }

    private static String read(Path file) throws KeyServiceException {
        try {
            String token = Files.readString(file).strip();
            if (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return token;
            }
        } catch (IOException unreadable) {
            // Told below, without the name of the file.
        }
        throw new KeyServiceException(Trouble.TOKEN_MISSING);
    }
}
