package io.readingroom.audit;

/// Gives actors the names under which they stand in the register.
public interface Pseudonyms {

    /// The pseudonym of an actor: 32 hexadecimal digits, always the same for the same actor, and of no use without
    /// the key that makes it.
    String of(String actor);
}
