package io.readingroom.audit;

/// Gives actors the names under which they stand in the register.
public interface Pseudonyms {

    /// The pseudonym of an actor in a tenant: 32 hexadecimal digits, always the same for the same actor of the same
    /// tenant, another in another tenant, and of no use without the key that makes it.
    String of(String tenant, String actor);
}
