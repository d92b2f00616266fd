package io.readingroom.anchoring.witness;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.Growth;
import io.readingroom.anchoring.wire.Wire;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Has a witness sign checkpoints (c2sp.org/tlog-witness). What it knows it tells only in its answers:
/// that it has seen the log larger, or that the log was another one when it was smaller.
final class Witness implements Anchor {

    /// Other replicas may be faster, again and again.
    private static final int TRIES = 4;

    private static final Pattern SIZE = Pattern.compile("(0|[1-9]\\d{0,18})\n?");
    private static final String TYPE_OF_SIZE = "text/x.tlog.size";

    private final Wire wire;
    private final NoteKey key;
    private final Duration pause;
    /// The size at which the witness last saw each log, as far as this replica knows.
    private final Map<String, Long> seen = new HashMap<>();

    Witness(Wire wire, NoteKey key, Duration pause) {
        this.wire = wire;
        this.key = key;
        this.pause = pause;
    }

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public boolean tellsWhenGiven() {
        return true;
    }

    @Override
    public Anchored keep(SignedNote note, Checkpoint checkpoint, Growth growth) {
        for (int i = 0; i < TRIES; i++) {
            long known = seen.getOrDefault(checkpoint.origin(), 0L);
            // A witness that knows more says so when it is asked, whatever it said before.
            long older = known > checkpoint.size() ? 0 : known;
            LockedHttpClient.Reply reply = wire.ask(
                    HttpMethod.POST,
                    wire.path() + "/add-checkpoint",
                    Map.of("Content-Type", "text/plain; charset=utf-8"),
                    request(older, growth.from(older), note));
            switch (reply.status()) {
                case 200 -> {
                    seen.put(checkpoint.origin(), checkpoint.size());
                    return cosigned(note, reply);
                }
                case 409 -> {
                    long size = size(reply);
                    if (size > checkpoint.size()) {
                        return new Anchored.Ahead(size);
                    }
                    if (size == older) {
                        // It has seen the log at this size, so it is the root that is another one.
                        return otherPast(older == checkpoint.size());
                    }
                    seen.put(checkpoint.origin(), size);
                }
                case 422 -> {
                    return otherPast(older > 0);
                }
                case 403, 404 -> throw new AnchorException("anchor-knows-not-the-log");
                default -> throw new AnchorException("anchor-declined");
            }
        }
        throw new AnchorException("anchor-overtaken");
    }

    private static Anchored otherPast(boolean proven) {
        if (proven) {
            return new Anchored.OtherPast();
        }
        throw new AnchorException("anchor-answer-malformed");
    }

    private Anchored cosigned(SignedNote note, LockedHttpClient.Reply reply) {
        List<String> lines = SignedNote.parse(note.text() + "\n" + reply.text())
                .map(answer -> answer.linesOf(key))
                .orElse(List.of());
        if (lines.isEmpty()) {
            throw new AnchorException("anchor-signature-wrong");
        }
        return new Anchored.Kept((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static long size(LockedHttpClient.Reply reply) {
        OptionalLong size = OptionalLong.empty();
        if (reply.type().startsWith(TYPE_OF_SIZE) && SIZE.matcher(reply.text()).matches()) {
            try {
                size = OptionalLong.of(Long.parseLong(reply.text().strip()));
            } catch (NumberFormatException tooLarge) {
                // Told below.
            }
        }
        return size.orElseThrow(() -> new AnchorException("anchor-answer-malformed"));
    }

    private static byte[] request(long older, List<byte[]> proof, SignedNote note) {
        StringBuilder text = new StringBuilder("old ").append(older).append('\n');
        proof.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return text.append('\n').append(note.note()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
