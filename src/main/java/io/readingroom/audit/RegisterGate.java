package io.readingroom.audit;

import io.readingroom.document.RefusedException;

/// Says whether the register takes events at the moment. What cannot be recorded must not be done.
public interface RegisterGate {

    /// Lets an event into the register.
    ///
    /// @throws RefusedException with [AuditRefusal#UNAVAILABLE] when the register is frozen or too far behind; what
    ///     an officer does to the register itself is let in even then
    void admit(AuditEvent event);
}
