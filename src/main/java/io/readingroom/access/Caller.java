package io.readingroom.access;

/// Who is asking.
///
/// @param actor a stable name of the person or system, pseudonymous in the register
/// @param tenant whose documents it may see
public record Caller(String actor, String tenant) {}
