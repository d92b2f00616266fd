package io.readingroom.anchoring;

import java.util.List;

/// How a checkpoint has grown from smaller ones.
@FunctionalInterface
public interface Growth {

    /// The hashes which show that the log began with what it was when it was smaller (RFC 9162, section
    /// 2.1.4).
    ///
    /// @param older how many entries it had, 0 to those of the checkpoint
    List<byte[]> from(long older);
}
