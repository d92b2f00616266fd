package io.readingroom.audit;

/// The register, as those who write to it see it.
public interface AuditLog {

    /// Records what was done, in the caller's transaction: if that rolls back, so does the record, and if the record
    /// cannot be written, so does the transaction.
    void record(AuditEvent event);
}
