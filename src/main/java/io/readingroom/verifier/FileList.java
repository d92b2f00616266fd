package io.readingroom.verifier;

import io.readingroom.tlog.bundle.BundleLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks that a bundle has the files that one of its size has, each once, and no others.
///
/// @param names the names of its files
/// @param layout which it should have
record FileList(List<String> names, BundleLayout layout) {

    private static final Set<String> ALWAYS = Set.of(BundleLayout.CHECKPOINT, BundleLayout.KEYS, BundleLayout.SCOPE);
    private static final String PLACE = "[1-9]\\d{0,17}/(0|[1-9]\\d{0,18})";
    private static final Pattern NOTE = Pattern.compile(BundleLayout.CHECKPOINTS + PLACE);
    private static final Pattern STAMP =
            Pattern.compile(BundleLayout.TIMESTAMPS + PLACE + "(" + Pattern.quote(BundleLayout.REPLY) + ")?");

    /// How many missing files are named: a checkpoint can claim any size.
    private static final int MOST_NAMED = 100;

    void check(Findings findings) {
        Set<String> seen = new HashSet<>();
        long inLayout = 0;
        for (String name : names) {
            boolean itsOwn = layout.has(name);
            if (!itsOwn && !known(name)) {
                findings.add(Finding.inFile(Flaw.FILE_UNKNOWN, name, "no such file belongs into the bundle"));
            } else if (!seen.add(name)) {
                findings.add(Finding.inFile(Flaw.FILE_TWICE, name, "it is there twice"));
            } else if (itsOwn) {
                inLayout++;
            }
        }
        ALWAYS.stream().filter(name -> !seen.contains(name)).sorted().forEach(name -> missing(name, findings));
        seen.stream()
                .filter(name -> name.startsWith(BundleLayout.TIMESTAMPS))
                .map(FileList::other)
                .filter(name -> !seen.contains(name))
                .sorted()
                .forEach(name -> missing(name, findings));
        if (inLayout < layout.files()) {
            layout.names()
                    .filter(name -> !seen.contains(name))
                    .limit(MOST_NAMED)
                    .forEach(name -> missing(name, findings));
        }
    }

    private static boolean known(String name) {
        return ALWAYS.contains(name)
                || NOTE.matcher(name).matches()
                || STAMP.matcher(name).matches();
    }

    /// The reply that belongs to a stamped checkpoint, or the checkpoint that belongs to a reply.
    private static String other(String name) {
        return name.endsWith(BundleLayout.REPLY)
                ? name.substring(0, name.length() - BundleLayout.REPLY.length())
                : name + BundleLayout.REPLY;
    }

    private static void missing(String name, Findings findings) {
        findings.add(Finding.inFile(Flaw.FILE_MISSING, name, "it is missing"));
    }
}
