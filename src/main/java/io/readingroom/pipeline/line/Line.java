package io.readingroom.pipeline.line;

/// One of the two lines of a source.
///
/// @param source keyed digest of the tenant and the submitter's reference, 32 hexadecimal digits
/// @param longDocuments whether it is the one for long documents
record Line(String source, boolean longDocuments) {}
