package io.readingroom.anchoring.stamp;

import io.readingroom.ScriptedServer;
import io.readingroom.ScriptedServer.Answer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/// A time-stamp authority of a test: a root certificate that issued the one it signs with, and both in
/// files.
@SuppressWarnings("JavaUtilDate") // Bouncy Castle knows no other
public final class Authority {

    static final String POLICY = "1.3.6.1.4.1.99999.1";

    private final X509CertificateHolder root;
    private final X509CertificateHolder signer;
    private final KeyPair rootKey;
    private final KeyPair signerKey;

    private Authority(Instant until) {
        try {
            rootKey = KeyPairGenerator.getInstance("EC").generateKeyPair();
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            signerKey = rsa.generateKeyPair();
            X500Name issuer = new X500Name("CN=root");
            root = builder(issuer, issuer, rootKey, Instant.now().plus(Duration.ofDays(9)))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate()));
            signer = builder(issuer, new X500Name("CN=time stamps"), signerKey, until)
                    .addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate()));
        } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Authority fresh() {
        return new Authority(Instant.now().plus(Duration.ofDays(2)));
    }

    /// One whose certificate was valid once.
    static Authority expired() {
        return new Authority(Instant.now().minus(Duration.ofDays(1)));
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name name, KeyPair key, Instant until) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(Instant.now().minus(Duration.ofDays(9))),
                Date.from(until),
                name,
                key.getPublic());
    }

    /// The trusted certificate, in a file in this folder.
    public Path trusted(Path folder) throws IOException {
        return Files.writeString(folder.resolve("root.pem"), pem("CERTIFICATE", root.getEncoded()));
    }

    /// What OpenSSL needs to be this authority, in this folder.
    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("signer.pem"), pem("CERTIFICATE", signer.getEncoded()));
        Files.writeString(
                folder.resolve("signer.key"),
                pem("PRIVATE KEY", signerKey.getPrivate().getEncoded()));
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(folder.resolve("openssl.cnf"), """
                [tsa]
                default_tsa = here
                [here]
                serial = %1$s/serial
                crypto_device = builtin
                signer_cert = %1$s/signer.pem
                signer_key = %1$s/signer.key
                certs = %1$s/root.pem
                signer_digest = sha256
                default_policy = %2$s
                digests = sha256
                """.formatted(folder, POLICY));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }

    /// What it answers.
    public Answer answer(ScriptedServer.Request request) {
        try {
            return stamped(new TimeStampRequest(request.body()));
        } catch (IOException malformed) {
            return Answer.of(400);
        }
    }

    /// Stamps what it is asked to, or something else.
    Answer stamped(TimeStampRequest request) {
        try {
            DigestCalculator sha1 =
                    new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", signerKey.getPrivate(), signer),
                    sha1,
                    new ASN1ObjectIdentifier(POLICY));
            if (request.getCertReq()) {
                tokens.addCertificates(new CollectionStore<>(List.of(signer)));
            }
            byte[] reply = new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()))
                    .generate(request, BigInteger.ONE, new Date())
                    .getEncoded();
            return new Answer(200, "application/timestamp-reply", reply);
        } catch (TSPException | IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A server of this authority.
    public ScriptedServer serve() throws IOException {
        return new ScriptedServer(this::answer);
    }
}
