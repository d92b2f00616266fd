package io.readingroom.privacy;

import io.readingroom.document.DocumentId;
import io.readingroom.document.KeyedDigest;
import java.io.InputStream;
import java.io.OutputStream;

/// Seals and opens what is kept of a document, by AES-256-GCM under the document's own key.
public interface DocumentKeys {

    /// Makes the key of a document, in the caller's transaction.
    void create(DocumentId document);

    /// Seals a stream in authenticated segments; the truncation or reordering of segments is detected on opening.
    ///
    /// @param purpose what is sealed, bound to it: a `text` cannot be opened as an `analysis`
    /// @param sealed receives the sealed bytes; closed with the stream that is returned
    OutputStream sealing(DocumentId document, String purpose, OutputStream sealed);

    /// Opens what [#sealing] sealed.
    ///
    /// @throws io.readingroom.document.RefusedException with [PrivacyRefusal#ERASED] when the key is destroyed
    InputStream opening(DocumentId document, String purpose, InputStream sealed);

    /// Seals bytes that fit in memory.
    byte[] seal(DocumentId document, String purpose, byte[] plain);

    /// Opens what [#seal] sealed.
    ///
    /// @throws io.readingroom.document.RefusedException with [PrivacyRefusal#ERASED] when the key is destroyed
    byte[] open(DocumentId document, String purpose, byte[] sealed);

    /// The digest of content by the document's own key: of no use once that is destroyed.
    ///
    /// @param purpose what is digested; the same content has another digest for another purpose
    /// @throws io.readingroom.document.RefusedException with [PrivacyRefusal#ERASED] when the key is destroyed
    KeyedDigest digest(DocumentId document, String purpose, byte[] content);

    /// Whether the key of this document was destroyed.
    boolean erased(DocumentId document);
}
