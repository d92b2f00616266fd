package io.readingroom.extraction.process;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The processes that a test starts, told apart from those that a service of another test keeps in the same JVM.
final class Children {

    private final Set<ProcessHandle> others =
            ProcessHandle.current().descendants().collect(Collectors.toSet());

    /// Those of them that this JVM started itself and that live.
    Stream<ProcessHandle> children() {
        return own(ProcessHandle.current().children());
    }

    /// All of them that live.
    Stream<ProcessHandle> descendants() {
        return own(ProcessHandle.current().descendants());
    }

    private Stream<ProcessHandle> own(Stream<ProcessHandle> processes) {
        return processes.filter(process -> !others.contains(process)).filter(ProcessHandle::isAlive);
    }
}
