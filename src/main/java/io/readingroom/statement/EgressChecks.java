package io.readingroom.statement;

import io.readingroom.egress.EgressReport;
import io.readingroom.egress.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Whether every connection passes the egress lock, and whether the places that are configured do.
@ApplicationScoped
class EgressChecks implements Check {

    private final EgressReport egress;

    EgressChecks(EgressReport egress) {
        this.egress = egress;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(framework());
        findings.add(database());
        findings.add(ranges());
        egress.ways().forEach(way -> findings.add(address(way)));
        return findings;
    }

    private Finding framework() {
        return egress.gatesFramework()
                ? Finding.passed("gate-of-the-framework", "Every client of the framework asks the egress lock.")
                : Finding.failed(
                        "gate-of-the-framework",
                        "The framework's clients do not ask the egress lock: start the program by its own main"
                                + " class, with -Dio.netty.bootstrap.extensions unset.");
    }

    private Finding database() {
        return egress.gatesDatabase()
                ? Finding.passed("gate-of-the-database", "Every connection to the database asks the egress lock.")
                : Finding.failed(
                        "gate-of-the-database",
                        "The database's driver makes sockets of its own: leave socketFactory out of"
                                + " quarkus.datasource.jdbc.url and of its additional properties.");
    }

    private Finding ranges() {
        List<String> boundless = egress.boundlessRanges();
        if (!boundless.isEmpty()) {
            return Finding.failed(
                    "allowed-ranges",
                    "The allowed ranges " + boundless + " hold most of the Internet: name your own networks in"
                            + " reading-room.egress.");
        }
        List<String> open = egress.publicRanges();
        return Finding.passed(
                "allowed-ranges",
                open.isEmpty()
                        ? "Every allowed range is routed inside a site alone."
                        : "An operator allowed these ranges of public addresses: " + open + ".");
    }

    private static Finding address(Way way) {
        String check = "address-of-" + way.purpose().word();
        String place = way.purpose().word().replace('-', ' ');
        return switch (way.reach()) {
            case ALLOWED ->
                Finding.passed(check, "Every address of the " + place + " is in a range that is allowed for it.");
            case REFUSED ->
                Finding.failed(
                        check,
                        "An address of the " + place + " is in no range that is allowed for it: configure a place"
                                + " inside, or name its network in reading-room.egress."
                                + way.purpose().word() + ".");
            case UNKNOWN ->
                Finding.unknown(check, "The " + place + " has no address now; one that it gets is judged then.");
        };
    }
}
