package io.readingroom.privacy;

/// Digests that only this service can make (HMAC-SHA256): they recognise something again without telling what it is,
/// even to somebody who can guess it.
public interface KeyedDigests {

    /// The digest of these parts, 32 bytes. The same parts for another purpose have another digest, and so have the
    /// same bytes cut into other parts.
    byte[] of(String purpose, byte[]... parts);

    /// The same by a key of the tenant's own, so that what stands in one tenant's records can be linked with nothing
    /// in another's.
    default byte[] ofTenant(String tenant, String purpose, byte[]... parts) {
        return of(purpose + "/" + tenant, parts);
    }
}
