package io.readingroom.anchoring.witness;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorSettings;
import io.readingroom.anchoring.AnchorSource;
import io.readingroom.anchoring.wire.Wires;
import io.readingroom.tlog.NoteKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The witness, where an address is named.
@ApplicationScoped
class WitnessSource implements AnchorSource {

    private final AnchorSettings.Witness settings;
    private final Wires wires;

    WitnessSource(AnchorSettings settings, Wires wires) {
        this.settings = settings.witness();
        this.wires = wires;
    }

    @Override
    public Optional<Anchor> anchor() {
        return settings.address()
                .map(address -> new Witness(
                        wires.to(address, "witness.address", settings.timeout(), settings.caFile()),
                        key(),
                        settings.pause()));
    }

    private NoteKey key() {
        return settings.key()
                .flatMap(NoteKey::parse)
                .filter(key -> key.kind() == NoteKey.Kind.COSIGNATURE)
                .orElseThrow(() -> new IllegalStateException(
                        "reading-room.register.anchor.witness.key is no key of a witness: name+id+key, of the kind that"
                                + " signs checkpoints with a time"));
    }
}
