package io.readingroom.privacy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.readingroom.privacy.crypto.Place;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import io.readingroom.privacy.keys.WrappedKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the key pair of each purpose when it is first needed and keeps it for all replicas.
@ApplicationScoped
class StoredSigningKeys implements SigningKeys, PanacheRepositoryBase<SigningKeyRow, String> {

    private static final String ALGORITHM = "Ed25519";
    private static final int PUBLIC_BYTES = 32;
    private static final String INSERT =
            "insert into signing_key (purpose, kek_id, wrapped_key, public_key, created_at)"
                    + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing";

    private final KeyEncryptionKey kek;
    private final Clock clock;
    private final ConcurrentHashMap<String, Pair> pairs = new ConcurrentHashMap<>();

    StoredSigningKeys(KeyEncryptionKey kek, Clock clock) {
        this.kek = kek;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(PrivateKey secret, byte[] open) {}

    @Override
    public byte[] sign(String purpose, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair(purpose).secret());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A message could not be signed", failed);
        }
    }

    @Override
    public byte[] publicKey(String purpose) {
        return pair(purpose).open().clone();
    }

    private Pair pair(String purpose) {
        Pair known = pairs.get(purpose);
        if (known != null) {
            return known;
        }
        // In a transaction of its own: the key must outlive a caller that rolls back.
        Pair loaded = QuarkusTransaction.requiringNew().call(() -> load(purpose));
        pairs.put(purpose, loaded);
        return loaded;
    }

    private Pair load(String purpose) {
        byte[] context = Place.of(purpose, Place.SIGNING_KEY);
        if (findById(purpose) == null) {
            insert(purpose, context);
        }
        SigningKeyRow row = Objects.requireNonNull(findById(purpose));
        byte[] secret = kek.unwrap(
                new WrappedKey(Objects.requireNonNull(row.kekId), Objects.requireNonNull(row.wrappedKey)), context);
        try {
            return new Pair(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    Objects.requireNonNull(row.publicKey));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("A signing key is damaged", damaged);
        }
    }

    private void insert(String purpose, byte[] context) {
        KeyPair made = pair();
        WrappedKey wrapped = kek.wrap(made.getPrivate().getEncoded(), context);
        byte[] encoded = made.getPublic().getEncoded();
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter(1, purpose)
                .setParameter(2, wrapped.kekId())
                .setParameter(3, wrapped.bytes())
                // The key itself ends its encoding (RFC 8410).
                .setParameter(4, Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length))
                .setParameter(5, clock.instant())
                .executeUpdate();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has Ed25519", impossible);
        }
    }
}
