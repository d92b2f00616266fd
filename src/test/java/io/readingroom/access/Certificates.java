package io.readingroom.access;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority that certifies a server and its clients.
final class Certificates {

    private static final X500Principal NAME = new X500Principal("CN=Authority");

    private final KeyPair keys = rsa();
    private final X509Certificate own = certify(NAME, keys, true);

    /// Writes what a server needs: its certificate, its key, and whom it trusts.
    void serverInto(Path folder) throws IOException {
        KeyPair server = rsa();
        Files.createDirectories(folder);
        write(folder.resolve("tls.crt"), certify(new X500Principal("CN=localhost"), server, false));
        write(folder.resolve("tls.key"), server.getPrivate());
        write(folder.resolve("ca.crt"), own);
    }

    /// What a client of this name shows, with the authority's certificate to trust.
    ///
    /// @param password of the store and its key
    KeyStore client(String name, char[] password) throws GeneralSecurityException, IOException {
        KeyPair client = rsa();
        PrivateKey key = client.getPrivate();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate[] chain = {certify(new X500Principal(name), client, false), own};
        store.setKeyEntry("client", key, password, chain);
        return store;
    }

    /// The authority alone, to be trusted.
    KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", own);
        return store;
    }

    private X509Certificate certify(X500Principal subject, KeyPair of, boolean authority) {
        try {
            Instant now = Instant.now();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    NAME,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofHours(1))),
                    subject,
                    of.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(Path file, Object pem) throws IOException {
        StringWriter text = new StringWriter();
        write(text, pem);
        Files.writeString(file, text.toString());
    }

    private static void write(Writer to, Object pem) throws IOException {
        try (JcaPEMWriter writer = new JcaPEMWriter(to)) {
            writer.writeObject(
                    pem instanceof PrivateKey key
                            ? new org.bouncycastle.openssl.jcajce.JcaPKCS8Generator(key, null)
                            : pem);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
