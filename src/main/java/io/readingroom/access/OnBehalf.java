package io.readingroom.access;

import java.util.Set;

/// Says for whom something is done that no request of theirs does on this thread.
public final class OnBehalf {

    /// The name of the service in the register.
    static final String SERVICE = "reading-room";

    static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private OnBehalf() {}

    /// Has the service itself do something with a document of a tenant.
    public static void ofTenant(String tenant, Runnable work) {
        of(new Caller(SERVICE, tenant, Set.of()), work);
    }

    /// Does something that is to stand under the name of a caller.
    public static void of(Caller caller, Runnable work) {
        ScopedValue.where(CALLER, caller).run(work);
    }
}
