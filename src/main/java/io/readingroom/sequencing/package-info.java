/// Gives each recorded event its place in the log, signs what the log has come to, and anchors that outside the
/// database.
@NullMarked
package io.readingroom.sequencing;

import org.jspecify.annotations.NullMarked;
