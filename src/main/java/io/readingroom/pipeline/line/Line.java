package io.readingroom.pipeline.line;

/// One of the two lines of a caller or source.
///
/// @param owner keyed digest of who has it, 32 hexadecimal digits
/// @param longDocuments whether it is the one for long documents
record Line(String owner, boolean longDocuments) {}
