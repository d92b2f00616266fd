package io.readingroom.access;

import java.util.Set;

/// Who is asking.
///
/// @param actor a stable name of the person or system, pseudonymous in the register: `user:`, `client:` or
///     `certificate:` and the name that was verified, or a word for whom no name was
/// @param tenant whose documents it may see
/// @param roles what it may do, of [Roles]
public record Caller(String actor, String tenant, Set<String> roles) {

    /// The name of whoever said nothing that could be verified.
    public static final String ANONYMOUS = "anonymous";

    /// The roles are taken over as they are now.
    public Caller {
        roles = Set.copyOf(roles);
    }

    /// Whether it was given a role.
    public boolean is(String role) {
        return roles.contains(role);
    }
}
