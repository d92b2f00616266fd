package io.readingroom.anchoring.bucket;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.anchoring.AnchorSettings;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.Growth;
import io.readingroom.anchoring.OriginName;
import io.readingroom.anchoring.wire.Wire;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.TreeHash;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Keeps each checkpoint as an object that is put only where there is none. The names of a log's
/// objects begin with what is left from the largest number to the size, so that the newest is the first
/// that a bucket lists.
final class Bucket implements Anchor {

    private static final Pattern FILE = Pattern.compile("\\d{19}_\\d{1,19}\\.checkpoint");
    private static final byte[] NOTHING = new byte[0];

    /// How many of the newest objects are tried until one is a note.
    private static final String TRIED = "8";

    private final Wire wire;
    private final AnchorSettings.Bucket settings;
    private final Clock clock;
    /// The objects that were read before, by their names.
    private final Map<String, Optional<SignedNote>> read = new HashMap<>();

    Bucket(Wire wire, AnchorSettings.Bucket settings, Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bucket";
    }

    @Override
    public Duration pause() {
        return settings.pause();
    }

    @Override
    public Anchored keep(SignedNote note, Checkpoint checkpoint, Growth growth) {
        byte[] bytes = note.note().getBytes(StandardCharsets.UTF_8);
        String key = prefix() + OriginName.of(checkpoint) + "/"
                + String.format("%019d_%d.checkpoint", Long.MAX_VALUE - checkpoint.size(), checkpoint.size());
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "text/plain; charset=utf-8");
        headers.put("if-none-match", "*");
        // An object that is to be locked has to come with a digest.
        headers.put("x-amz-sdk-checksum-algorithm", "SHA256");
        headers.put("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(TreeHash.sha256(bytes)));
        settings.lock().ifPresent(lock -> {
            headers.put("x-amz-object-lock-mode", "COMPLIANCE");
            headers.put(
                    "x-amz-object-lock-retain-until-date",
                    DateTimeFormatter.ISO_INSTANT.format(
                            clock.instant().atOffset(ZoneOffset.UTC).plus(lock).truncatedTo(ChronoUnit.SECONDS)));
        });
        LockedHttpClient.Reply reply = ask(HttpMethod.PUT, "/" + key, Map.of(), headers, bytes);
        if (reply.status() == 412) {
            // A replica that died between keeping it and saying so, or one that was faster.
            if (!Arrays.equals(object(key), bytes)) {
                throw new AnchorException("anchor-holds-another");
            }
        } else {
            require(reply);
        }
        return Anchored.Kept.PLAINLY;
    }

    /// The object with the largest size for each origin, among those that are notes.
    @Override
    public List<SignedNote> kept() {
        Map<String, Optional<SignedNote>> now = new HashMap<>();
        List<SignedNote> newest = list(Map.of("prefix", prefix(), "delimiter", "/")).prefixes().stream()
                .flatMap(origin -> list(Map.of("prefix", origin, "max-keys", TRIED)).keys().stream()
                        .filter(key ->
                                FILE.matcher(key.substring(origin.length())).matches())
                        .map(key -> now.computeIfAbsent(key, this::note))
                        .flatMap(Optional::stream)
                        .limit(1))
                .toList();
        read.clear();
        read.putAll(now);
        return newest;
    }

    private Optional<SignedNote> note(String key) {
        return read.containsKey(key)
                ? read.get(key)
                : SignedNote.parse(new String(object(key), StandardCharsets.UTF_8));
    }

    private String prefix() {
        return settings.prefix().orElse("");
    }

    private Listing list(Map<String, String> query) {
        Map<String, String> all = new HashMap<>(query);
        all.put("list-type", "2");
        return Listing.read(
                require(ask(HttpMethod.GET, "", all, Map.of(), NOTHING)).body());
    }

    private byte[] object(String key) {
        return require(ask(HttpMethod.GET, "/" + key, Map.of(), Map.of(), NOTHING))
                .body();
    }

    private LockedHttpClient.Reply ask(
            HttpMethod method, String target, Map<String, String> query, Map<String, String> headers, byte[] body) {
        AccessKey key = AccessKey.read(
                settings.accessKeyFile().orElseThrow(), settings.secretKeyFile().orElseThrow());
        Map<String, String> all = new HashMap<>(headers);
        all.put("host", wire.host());
        RequestSignature.Request request = new RequestSignature.Request(
                method.name(),
                wire.path() + "/" + settings.name().orElseThrow() + target,
                new TreeMap<>(query),
                all,
                body);
        return wire.ask(
                method,
                request.target(),
                new RequestSignature(key, settings.region()).signed(request, clock.instant()),
                body);
    }

    private static LockedHttpClient.Reply require(LockedHttpClient.Reply reply) {
        if (reply.status() != 200) {
            throw new AnchorException(
                    reply.status() == 401 || reply.status() == 403 ? "anchor-forbidden" : "anchor-declined");
        }
        return reply;
    }
}
