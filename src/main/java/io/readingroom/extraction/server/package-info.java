/// The role `extractor`: extraction for services on the network, in a place without secrets and without
/// a way out.
@NullMarked
package io.readingroom.extraction.server;

import org.jspecify.annotations.NullMarked;
