package io.readingroom.access;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /// Has the service itself do something with a document of a tenant, and tell what came of it.
    public static <T extends @Nullable Object> T ofTenant(String tenant, Supplier<T> work) {
        return ScopedValue.where(CALLER, new Caller(SERVICE, tenant, Set.of())).call(work::get);
    }

    /// Does something that is to stand under the name of a caller.
    public static void of(Caller caller, Runnable work) {
        ScopedValue.where(CALLER, caller).run(work);
    }

    /// What is done for the same caller as here, on whatever thread.
    public static <T extends @Nullable Object> Callable<T> carried(Callable<T> work) {
        if (!CALLER.isBound()) {
            return work;
        }
        Caller caller = CALLER.get();
        return () -> ScopedValue.where(CALLER, caller).call(work::call);
    }
}
