package io.readingroom.anchoring.stamp;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.Growth;
import io.readingroom.anchoring.wire.Wire;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.TreeHash;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/// Has checkpoints stamped with the time (RFC 3161): a digest of the note goes out, and the authority's
/// signature over it and the time comes back, which is the receipt. The authority remembers nothing.
final class TimeStampAuthority implements Anchor {

    private static final int NONCE_BITS = 64;

    private final Wire wire;
    private final StampCheck check;
    private final Optional<ASN1ObjectIdentifier> policy;
    private final Duration pause;

    TimeStampAuthority(Wire wire, StampCheck check, Optional<ASN1ObjectIdentifier> policy, Duration pause) {
        this.wire = wire;
        this.check = check;
        this.policy = policy;
        this.pause = pause;
    }

    @Override
    public String name() {
        return "time-stamp";
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public Anchored keep(SignedNote note, Checkpoint checkpoint, Growth growth) {
        TimeStampRequest request = request(note);
        LockedHttpClient.Reply reply = wire.ask(
                HttpMethod.POST,
                wire.path().isEmpty() ? "/" : wire.path(),
                Map.of("Content-Type", "application/timestamp-query", "Accept", "application/timestamp-reply"),
                bytes(request));
        if (reply.status() != 200 || !reply.type().startsWith("application/timestamp-reply")) {
            throw new AnchorException("anchor-declined");
        }
        check.check(reply.body(), request);
        return new Anchored.Kept(reply.body());
    }

    private TimeStampRequest request(SignedNote note) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        policy.ifPresent(generator::setReqPolicy);
        return generator.generate(
                TSPAlgorithms.SHA256,
                TreeHash.sha256(note.note().getBytes(StandardCharsets.UTF_8)),
                new BigInteger(NONCE_BITS, new SecureRandom()));
    }

    private static byte[] bytes(TimeStampRequest request) {
        try {
            return request.getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException("A request that was made can be written", impossible);
        }
    }
}
