package io.readingroom.register;

import io.readingroom.access.CallerIdentity;
import io.readingroom.access.OnBehalf;
import io.readingroom.audit.AuditLog;
import io.readingroom.audit.Pseudonyms;
import io.readingroom.sequencing.SequencedLog;
import io.readingroom.tlog.bundle.BundleWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// Takes bundles and inspects the register as its endpoints do, of any log and for any tenant.
@ApplicationScoped
public class Auditor {

    private final EntryRows rows;
    private final EventRows events;
    private final AuditLog audit;
    private final CallerIdentity callers;
    private final Pseudonyms pseudonyms;

    Auditor(EntryRows rows, EventRows events, AuditLog audit, CallerIdentity callers, Pseudonyms pseudonyms) {
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.callers = callers;
        this.pseudonyms = pseudonyms;
    }

    /// The bundle that a tenant gets.
    public byte[] bundle(SequencedLog log, String tenant) {
        log.catchUp();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BundleWriter.write(StoredBundle.of(log, rows, tenant), out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// What the integrity report of the whole register finds wrong.
    public List<String> findings(SequencedLog log, String tenant) {
        Inspector inspector = new Inspector(
                log, new RegisterDesk(log, events, audit, callers, pseudonyms), rows, events, audit, callers);
        AtomicReference<List<String>> findings = new AtomicReference<>(List.of());
        OnBehalf.ofTenant(
                tenant,
                () -> findings.set(inspector.inspect(null, null).findings().stream()
                        .map(finding -> finding.entry() + " " + finding.what())
                        .toList()));
        return findings.get();
    }
}
