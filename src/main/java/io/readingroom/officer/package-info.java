/// The command line by which an officer asks the register of a service that runs elsewhere. It stands on the JDK and
/// Jackson alone, and runs in a process of its own, on the officer's machine.
@NullMarked
package io.readingroom.officer;

import org.jspecify.annotations.NullMarked;
