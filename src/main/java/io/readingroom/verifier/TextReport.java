package io.readingroom.verifier;

import java.io.PrintStream;
import java.util.HexFormat;

/// Says a verdict in lines for people.
final class TextReport {

    private static final int FINDINGS_SHOWN = 20;

    private final Verdict verdict;
    private final PrintStream out;

    private TextReport(Verdict verdict, PrintStream out) {
        this.verdict = verdict;
        this.out = out;
    }

    static void print(Verdict verdict, PrintStream out) {
        TextReport report = new TextReport(verdict, out);
        report.findings();
        report.contents();
        report.worth();
    }

    private void findings() {
        Findings findings = verdict.findings();
        out.println(verdict.verified() ? "VERIFIED" : "NOT VERIFIED");
        findings.first()
                .ifPresent(first -> out.println("First bad entry: " + (first.isOfOneEntry() ? "" : "one of ")
                        + first.place() + ": " + first.what()));
        if (findings.count() > 0) {
            out.println("Findings: " + findings.count());
        }
        findings.kept().stream()
                .limit(FINDINGS_SHOWN)
                .forEach(finding ->
                        out.println("  " + finding.flaw().word() + ": " + finding.place() + ": " + finding.what()));
        if (findings.count() > FINDINGS_SHOWN) {
            out.println("  … and " + (findings.count() - FINDINGS_SHOWN) + " more");
        }
    }

    private void contents() {
        verdict.newest().ifPresent(newest -> {
            out.println("Log: " + newest.said().origin());
            out.println("Size: " + newest.size() + ", root "
                    + HexFormat.of().formatHex(newest.said().root()));
        });
        verdict.scope().ifPresent(scope -> out.println("Scope: " + scope.line()));
        out.println("Entries: " + verdict.entries() + " shown, " + (verdict.size() - verdict.entries()) + " withheld");
        out.println("Bodies: " + verdict.bodies() + " shown, " + (verdict.entries() - verdict.bodies())
                + " of the entries shown are without theirs");
        verdict.tenants()
                .forEach((tenant, count) -> out.println("Tenant " + tenant + ": sequences 0 to " + (count - 1)));
        out.println(
                "Checkpoints: " + verdict.checkpoints() + " in the bundle, " + verdict.anchored() + " from outside");
        if (verdict.stamps() > 0) {
            out.println("Time stamps: " + verdict.stamps()
                    + " in the bundle, not verified here: see \"openssl ts -verify\"");
        }
        verdict.witnesses()
                .forEach((name, size) ->
                        out.println("Witness " + name + ": vouches for the first " + size + " entries"));
    }

    /// What the verdict is worth, where that is less than it seems.
    private void worth() {
        if (!verdict.keysGiven()) {
            out.println(
                    "Note: the key is the bundle's own. Whoever made the bundle could have chosen it, so this shows only"
                            + " that the bundle agrees with itself. Get the key from elsewhere and name it with --key.");
        }
        if (verdict.anchored() == 0) {
            out.println(
                    "Note: no checkpoint from outside was compared. Entries after the newest checkpoint you know of, and"
                            + " a log that was rewritten by the holder of its key, show only against one: --anchored.");
        }
        verdict.scope()
                .flatMap(scope -> scope.tenant())
                .ifPresent(tenant ->
                        out.println("Note: a bundle of one tenant cannot show by itself that the tenant's newest"
                                + " entries are not withheld: compare the last sequence with what you know."));
    }
}
