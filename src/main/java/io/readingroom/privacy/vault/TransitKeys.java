package io.readingroom.privacy.vault;

import com.fasterxml.jackson.databind.JsonNode;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import io.readingroom.privacy.keys.KeyRefusal;
import io.readingroom.privacy.keys.LocalKeys;
import io.readingroom.privacy.keys.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A key-encryption key in a Transit engine. A wrapped key is bound to its place by the context from
/// which the engine derives the key that wraps it; the identity of a key names its version, so that what
/// an older one wrapped is known.
public final class TransitKeys implements KeyEncryptionKey {

    private static final Logger LOG = Logger.getLogger(TransitKeys.class);
    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v(\\d{1,9}):.+", Pattern.DOTALL);
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final TransitServer server;
    private final VaultSettings settings;
    private final VaultToken token;
    private final Optional<LocalKeys> before;
    private final UnwrappedKeys unwrapped;
    private volatile int newest;
    private volatile Optional<Trouble> trouble = Optional.empty();

    /// @param before keys that wrapped before there was a key service
    public TransitKeys(TransitServer server, VaultSettings settings, Optional<LocalKeys> before, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.token = new VaultToken(server, settings, clock);
        this.before = before;
        this.unwrapped = new UnwrappedKeys(settings.keepUnwrapped(), clock);
    }

    @Override
    public String id() {
        if (newest == 0) {
            learn();
        }
        if (newest == 0) {
            throw new RefusedException(KeyRefusal.UNAVAILABLE);
        }
        return id(newest);
    }

    @Override
    public WrappedKey wrap(byte[] key, byte[] context) {
        return wrapped(data(post(
                "encrypt",
                Map.of("plaintext", BASE64.encodeToString(key), "context", BASE64.encodeToString(context)))));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, byte[] context) {
        if (version(wrapped.kekId()) == 0) {
            return before.orElseThrow(() -> new RefusedException(KeyRefusal.UNAVAILABLE))
                    .unwrap(wrapped, context);
        }
        return unwrapped.get(wrapped, context, () -> {
            JsonNode data = data(post("decrypt", sealed(wrapped, context)));
            return Base64.getDecoder().decode(data.path("plaintext").asText());
        });
    }

    /// By the engine itself: the key does not come here.
    @Override
    public WrappedKey rewrap(WrappedKey wrapped, byte[] context) {
        return version(wrapped.kekId()) == 0
                ? KeyEncryptionKey.super.rewrap(wrapped, context)
                : wrapped(data(post("rewrap", sealed(wrapped, context))));
    }

    @Override
    public boolean outdated(String id) {
        int version = version(id);
        return version == 0 ? before.filter(keys -> keys.knows(id)).isPresent() : version < newest;
    }

    @Override
    public void refresh() {
        before.ifPresent(LocalKeys::refresh);
        learn();
    }

    @Override
    public Optional<String> trouble() {
        learn();
        return trouble.map(Trouble::word);
    }

    /// What a status means that is not 200.
    static Trouble trouble(int status) {
        return switch (status) {
            case 403 -> Trouble.FORBIDDEN;
            case 404 -> Trouble.MISSING;
            case 503 -> Trouble.SEALED;
            default -> Trouble.FAILED;
        };
    }

    /// Asks for the key's newest version.
    private void learn() {
        try {
            TransitServer.Reply reply = asked(settings.mount() + "/keys/" + settings.key(), null);
            if (reply.status() != 200) {
                throw new KeyServiceException(trouble(reply.status()));
            }
            JsonNode data = reply.body().path("data");
            if (!data.path("derived").asBoolean()) {
                throw new KeyServiceException(Trouble.KEY_NOT_DERIVED);
            }
            newest = data.path("latest_version").asInt();
            tell(Optional.empty());
        } catch (KeyServiceException failed) {
            tell(Optional.of(failed.trouble()));
        }
    }

    private TransitServer.Reply post(String what, Map<String, String> body) {
        try {
            TransitServer.Reply reply = asked(settings.mount() + "/" + what + "/" + settings.key(), body);
            if (reply.status() == 200) {
                tell(Optional.empty());
                return reply;
            }
            if (reply.status() == 400) {
                // The key service is well, and says that what it was given is not.
                throw new IllegalStateException("A wrapped key is damaged, or wrapped by another key");
            }
            throw new KeyServiceException(trouble(reply.status()));
        } catch (KeyServiceException failed) {
            tell(Optional.of(failed.trouble()));
            throw new RefusedException(KeyRefusal.UNAVAILABLE);
        }
    }

    /// Asks, and once more with another token when this one was refused.
    private TransitServer.Reply asked(String path, @Nullable Map<String, String> body) throws KeyServiceException {
        String first = token.current();
        TransitServer.Reply reply = server.ask(path, first, body);
        if (reply.status() != 403) {
            return reply;
        }
        token.refused(first);
        return server.ask(path, token.current(), body);
    }

    private void tell(Optional<Trouble> found) {
        Optional<Trouble> known = trouble;
        trouble = found;
        if (!found.equals(known)) {
            LOG.warnf("The key service is %s", found.map(Trouble::word).orElse("well again"));
        }
    }

    private static JsonNode data(TransitServer.Reply reply) {
        return reply.body().path("data");
    }

    private static Map<String, String> sealed(WrappedKey wrapped, byte[] context) {
        return Map.of(
                "ciphertext",
                new String(wrapped.bytes(), StandardCharsets.US_ASCII),
                "context",
                BASE64.encodeToString(context));
    }

    private WrappedKey wrapped(JsonNode data) {
        String ciphertext = data.path("ciphertext").asText();
        Matcher form = CIPHERTEXT.matcher(ciphertext);
        if (!form.matches()) {
            tell(Optional.of(Trouble.FAILED));
            throw new RefusedException(KeyRefusal.UNAVAILABLE);
        }
        int version = Integer.parseInt(form.group(1));
        newest = Math.max(newest, version);
        return new WrappedKey(id(version), ciphertext.getBytes(StandardCharsets.US_ASCII));
    }

    private String id(int version) {
        return settings.key() + ":v" + version;
    }

    /// The version of a key of this name; 0 for another key.
    private int version(String id) {
        String start = settings.key() + ":v";
        return id.startsWith(start) && id.substring(start.length()).matches("\\d{1,9}")
                ? Integer.parseInt(id.substring(start.length()))
                : 0;
    }
}
