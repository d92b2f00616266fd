package io.readingroom.sequencing;

import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditRefusal;
import io.readingroom.audit.RegisterGate;
import io.readingroom.document.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/// Stops the work that would have to be recorded while the log is frozen or cannot keep up.
@ApplicationScoped
class LogGate implements RegisterGate {

    private volatile boolean closed;

    void closed(boolean closed) {
        this.closed = closed;
    }

    @Override
    public void admit(AuditEvent event) {
        if (closed && !(event instanceof AuditEvent.OfTheRegister)) {
            throw new RefusedException(AuditRefusal.UNAVAILABLE);
        }
    }
}
