package io.readingroom.access;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known about the request being answered. A request scope can also be opened by code that works for no
/// request; then there is no identity here.
@RequestScoped
@Unremovable
class CurrentRequest {

    private @Nullable String id;

    void begin(String identity) {
        this.id = identity;
    }

    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /// The identity of the request that this thread answers, if it answers one.
    static Optional<String> identity() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Arc.container().instance(CurrentRequest.class).get().id();
    }
}
