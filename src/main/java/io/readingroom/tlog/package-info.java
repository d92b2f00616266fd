/// The formats of a transparency log, with nothing but the JDK: the Merkle tree of RFC 9162 in the tiles of
/// c2sp.org/tlog-tiles, signed checkpoints, and proofs. Pure: what it is given is all it knows.
@NullMarked
package io.readingroom.tlog;

import org.jspecify.annotations.NullMarked;
