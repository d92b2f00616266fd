/// Places outside the database that keep, or vouch for, what the log has signed.
@NullMarked
package io.readingroom.anchoring;

import org.jspecify.annotations.NullMarked;
