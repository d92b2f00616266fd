/// The register in one ZIP file: what is needed to verify it, written as a stream.
@NullMarked
package io.readingroom.tlog.bundle;

import org.jspecify.annotations.NullMarked;
