package io.readingroom.anchoring.stamp;

import io.readingroom.anchoring.AnchorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// Checks what an authority answered: that it stamped what was asked, just now, and that its
/// certificate is one for time stamps and leads to one that is trusted. Whether a certificate was
/// revoked is not asked: that would be another place to connect to.
///
/// @param trusted the file with the trusted certificates, in PEM
record StampCheck(Path trusted) {

    /// @throws AnchorException when it is not in order
    void check(byte[] answer, TimeStampRequest request) {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            // The digest, the nonce and the policy are those of the request.
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new AnchorException("anchor-declined");
            }
            List<X509CertificateHolder> given = certificates(token);
            X509CertificateHolder signer = given.stream()
                    .filter(holder -> token.getSID().match(holder))
                    .findFirst()
                    .orElseThrow(() -> new AnchorException("anchor-stamp-wrong"));
            // The signature, and that the certificate is the one that was signed along, for time stamps alone, and
            // valid
            // at the time that is stamped.
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            build(signer, given, token);
        } catch (TSPException | IOException | OperatorCreationException wrong) {
            throw new AnchorException("anchor-stamp-wrong", wrong);
        } catch (GeneralSecurityException untrusted) {
            throw new AnchorException("anchor-stamp-untrusted", untrusted);
        }
    }

    private static List<X509CertificateHolder> certificates(TimeStampToken token) {
        return List.copyOf(token.getCertificates().getMatches(null));
    }

    /// Finds the way from the signer's certificate to a trusted one.
    private void build(X509CertificateHolder signer, List<X509CertificateHolder> given, TimeStampToken token)
            throws GeneralSecurityException, IOException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> known = new ArrayList<>();
        for (X509CertificateHolder holder : given) {
            known.add(factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(
                (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(signer.getEncoded())));
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors(factory), target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(token.getTimeStampInfo().getGenTime());
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    private Set<TrustAnchor> anchors(CertificateFactory factory) throws GeneralSecurityException {
        Set<TrustAnchor> anchors = new HashSet<>();
        try (InputStream file = Files.newInputStream(trusted)) {
            Collection<? extends Certificate> certificates = factory.generateCertificates(file);
            certificates.forEach(each -> anchors.add(new TrustAnchor((X509Certificate) each, null)));
        } catch (IOException unreadable) {
            throw new AnchorException("anchor-trust-unreadable", unreadable);
        }
        if (anchors.isEmpty()) {
            throw new AnchorException("anchor-trust-unreadable");
        }
        return anchors;
    }
}
