/// HTTP to the anchors that are asked over the network.
@NullMarked
package io.readingroom.anchoring.wire;

import org.jspecify.annotations.NullMarked;
