package io.readingroom.privacy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.readingroom.privacy.crypto.Place;
import io.readingroom.privacy.crypto.Primitives;
import io.readingroom.privacy.crypto.RandomBytes;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import io.readingroom.privacy.keys.WrappedKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the key of each purpose when it is first needed and keeps it, wrapped, for all replicas and for
/// good: digests must stay comparable.
@ApplicationScoped
class DigestKeys implements KeyedDigests, PanacheRepositoryBase<DigestKeyRow, String> {

    private static final String INSERT = "insert into digest_key (purpose, kek_id, wrapped_key, created_at)"
            + " values (?1, ?2, ?3, ?4) on conflict do nothing";

    private final KeyEncryptionKey kek;
    private final Clock clock;
    private final ConcurrentHashMap<String, byte[]> keys = new ConcurrentHashMap<>();

    DigestKeys(KeyEncryptionKey kek, Clock clock) {
        this.kek = kek;
        this.clock = clock;
    }

    @Override
    public byte[] of(String purpose, byte[]... parts) {
        byte[][] framed = new byte[2 * parts.length][];
        for (int i = 0; i < parts.length; i++) {
            framed[2 * i] =
                    ByteBuffer.allocate(Integer.BYTES).putInt(parts[i].length).array();
            framed[2 * i + 1] = parts[i];
        }
        return Primitives.mac(key(purpose), framed);
    }

    private byte[] key(String purpose) {
        byte[] known = keys.get(purpose);
        if (known != null) {
            return known;
        }
        // In a transaction of its own: the key must outlive a caller that rolls back.
        byte[] loaded = QuarkusTransaction.requiringNew().call(() -> load(purpose));
        keys.put(purpose, loaded);
        return loaded;
    }

    private byte[] load(String purpose) {
        byte[] context = Place.of(purpose, Place.DIGEST_KEY);
        if (findById(purpose) == null) {
            WrappedKey wrapped = kek.wrap(RandomBytes.of(Primitives.KEY_BYTES), context);
            getEntityManager()
                    .createNativeQuery(INSERT)
                    .setParameter(1, purpose)
                    .setParameter(2, wrapped.kekId())
                    .setParameter(3, wrapped.bytes())
                    .setParameter(4, clock.instant())
                    .executeUpdate();
        }
        DigestKeyRow row = Objects.requireNonNull(findById(purpose));
        return kek.unwrap(
                new WrappedKey(Objects.requireNonNull(row.kekId), Objects.requireNonNull(row.wrappedKey)), context);
    }
}
