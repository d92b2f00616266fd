package io.readingroom.reading;

import io.readingroom.document.ContentDigest;
import java.util.List;

/// Which facts to ask for.
///
/// @param name the name a submission chooses it by
/// @param fields the kinds of facts, in the order they are asked
/// @param digest of the file it was read from
public record Profile(String name, List<Field> fields, ContentDigest digest) {}
