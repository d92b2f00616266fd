package io.readingroom.document;

/// A kind of failure as RFC 9457 defines one: what all its occurrences have in common. The words are public.
///
/// @param code a stable word, the last part of the problem type `urn:reading-room:problem:<code>`
/// @param status the HTTP status that tells it to the caller
/// @param sentence what failed and what to do about it, without any content of the document
public record ProblemType(String code, int status, String sentence) {}
