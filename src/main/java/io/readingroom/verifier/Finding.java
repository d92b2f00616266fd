package io.readingroom.verifier;

import java.util.Optional;
import java.util.OptionalLong;

/// Something that is wrong, and where.
///
/// @param flaw what kind of thing
/// @param file the file it is in; empty when it is in none
/// @param from the first entry it can be about; empty when it is about none
/// @param to the last entry it can be about; the same as `from` when it is about this one
/// @param tenant whose entry that is, when it is known
/// @param sequence the number among the tenant's entries, when it is known
/// @param what a sentence about it
record Finding(
        Flaw flaw,
        String file,
        OptionalLong from,
        OptionalLong to,
        Optional<String> tenant,
        OptionalLong sequence,
        String what) {

    static Finding inFile(Flaw flaw, String file, String what) {
        return new Finding(
                flaw, file, OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), what);
    }

    static Finding among(Flaw flaw, String file, long from, long to, String what) {
        return new Finding(
                flaw, file, OptionalLong.of(from), OptionalLong.of(to), Optional.empty(), OptionalLong.empty(), what);
    }

    static Finding atEntry(Flaw flaw, Item item, String file, String what) {
        OptionalLong index = OptionalLong.of(item.index());
        return new Finding(
                flaw,
                file,
                index,
                index,
                item.entry().map(entry -> entry.tenant()),
                item.entry().stream().mapToLong(entry -> entry.sequence()).findAny(),
                what);
    }

    /// Whether it is about one entry that can be named.
    boolean isOfOneEntry() {
        return from.isPresent() && from.equals(to);
    }

    /// How many entries it can be about.
    long span() {
        return to.orElse(0) - from.orElse(0);
    }

    /// Where it is, for people.
    String place() {
        if (from.isEmpty()) {
            return file.isEmpty() ? "the bundle" : file;
        }
        if (!isOfOneEntry()) {
            return "entries " + from.getAsLong() + " to " + to.orElseThrow();
        }
        String whose =
                tenant.map(name -> " (tenant " + name + sequenceWords() + ")").orElse("");
        return "entry " + from.getAsLong() + whose;
    }

    private String sequenceWords() {
        return sequence.isPresent() ? ", sequence " + sequence.getAsLong() : "";
    }
}
