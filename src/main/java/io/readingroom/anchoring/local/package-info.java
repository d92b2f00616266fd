/// Anchors that need no network: the service's log, and a folder.
@NullMarked
package io.readingroom.anchoring.local;

import org.jspecify.annotations.NullMarked;
