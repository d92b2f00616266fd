package io.readingroom.anchoring.stamp;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorSettings;
import io.readingroom.anchoring.AnchorSource;
import io.readingroom.anchoring.wire.Wires;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/// The time-stamp authority, where an address is named.
@ApplicationScoped
class TimeStampSource implements AnchorSource {

    private static final Pattern POLICY = Pattern.compile("[0-2](\\.(0|[1-9]\\d*))+");

    private final AnchorSettings.TimeStamp settings;
    private final Wires wires;

    TimeStampSource(AnchorSettings settings, Wires wires) {
        this.settings = settings.timeStamp();
        this.wires = wires;
    }

    @Override
    public Optional<Anchor> anchor() {
        return settings.address()
                .map(address -> new TimeStampAuthority(
                        wires.to(address, "time-stamp.address", settings.timeout(), settings.caFile()),
                        new StampCheck(trusted()),
                        settings.policy().map(TimeStampSource::policy),
                        settings.pause()));
    }

    private Path trusted() {
        return settings.trustFile()
                .orElseThrow(() -> new IllegalStateException(
                        "reading-room.register.anchor.time-stamp.trust-file is missing: a stamp is worth what the"
                                + " certificate is that its authority's own was issued by"));
    }

    private static ASN1ObjectIdentifier policy(String policy) {
        if (!POLICY.matcher(policy).matches()) {
            throw new IllegalStateException(
                    "reading-room.register.anchor.time-stamp.policy is no identifier of the form 1.2.3.4.1");
        }
        return new ASN1ObjectIdentifier(policy);
    }
}
