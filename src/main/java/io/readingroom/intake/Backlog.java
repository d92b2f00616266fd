package io.readingroom.intake;

/// How much is taken in and not read yet, for the one who takes in and does not read.
public interface Backlog {

    /// Documents of all tenants that wait to be read or are being read.
    long documents();
}
