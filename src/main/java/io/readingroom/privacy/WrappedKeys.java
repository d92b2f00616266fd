package io.readingroom.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.readingroom.access.CallerIdentity;
import io.readingroom.document.DocumentId;
import io.readingroom.document.KeyedDigest;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.crypto.Place;
import io.readingroom.privacy.crypto.Primitives;
import io.readingroom.privacy.crypto.RandomBytes;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import io.readingroom.privacy.keys.WrappedKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/// Keeps each document's key in the database, wrapped, and asks for it anew each time: a key that was
/// destroyed opens nothing from then on, in no replica.
@ApplicationScoped
class WrappedKeys implements DocumentKeys {

    private final DocumentKeyRows rows;
    private final KeyEncryptionKey kek;
    private final CallerIdentity callers;
    private final Clock clock;
    private final SealMeters meters;

    WrappedKeys(DocumentKeyRows rows, KeyEncryptionKey kek, CallerIdentity callers, Clock clock, SealMeters meters) {
        this.rows = rows;
        this.kek = kek;
        this.callers = callers;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    @Transactional
    public void create(DocumentId document) {
        WrappedKey wrapped =
                kek.wrap(RandomBytes.of(Primitives.KEY_BYTES), Place.of(document.toString(), Place.DATA_KEY));
        rows.persist(DocumentKeyRow.of(document, callers.current().tenant(), wrapped, clock.instant()));
    }

    @Override
    public OutputStream sealing(DocumentId document, String purpose, OutputStream sealed) {
        return new SealingStream(StreamKey.fresh(dataKey(document), context(document, purpose)), sealed);
    }

    @Override
    public InputStream opening(DocumentId document, String purpose, InputStream sealed) {
        try {
            return OpeningStream.of(sealed, dataKey(document), context(document, purpose), meters::sealBroken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public byte[] seal(DocumentId document, String purpose, byte[] plain) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length + 256);
        try (OutputStream sealing = sealing(document, purpose, sealed)) {
            sealing.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sealed.toByteArray();
    }

    @Override
    public byte[] open(DocumentId document, String purpose, byte[] sealed) {
        try (InputStream opening = opening(document, purpose, new ByteArrayInputStream(sealed))) {
            return opening.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public KeyedDigest digest(DocumentId document, String purpose, byte[] content) {
        SecretKey key = Primitives.derive(dataKey(document), new byte[0], context(document, "digest of " + purpose));
        return new KeyedDigest(HexFormat.of().formatHex(Primitives.mac(key.getEncoded(), content)));
    }

    @Override
    public boolean erased(DocumentId document) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> rows.findByIdOptional(document.value())
                        .map(DocumentKeyRow::destroyed)
                        .orElse(false));
    }

    private byte[] dataKey(DocumentId document) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> unwrapped(rows.findByIdOptional(document.value())
                        .orElseThrow(() -> new IllegalArgumentException("No key was made for this document"))));
    }

    private byte[] unwrapped(DocumentKeyRow row) {
        try {
            return row.unwrap(kek);
        } catch (RefusedException | IllegalStateException closed) {
            if (!row.destroyed()) {
                meters.keyFailed();
            }
            throw closed;
        }
    }

    private static byte[] context(DocumentId document, String purpose) {
        return Place.of(document.toString(), purpose);
    }
}
