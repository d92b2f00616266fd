package io.readingroom.sequencing;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What one writer does in a run: transactions, one after the other. The same seed gives the same scripts; how the
/// writers meet is up to the machine.
///
/// @param transactions in their order
record Script(List<Transaction> transactions) {

    private static final List<String> TENANTS = List.of("north", "south", "west");

    /// One transaction.
    ///
    /// @param tenant whose events they are
    /// @param before how many events it records at once
    /// @param rounds of the sequencers that it then stays open for, 0 for none
    /// @param after how many events it records then
    /// @param rollsBack whether it takes all of them back
    record Transaction(String tenant, int before, int rounds, int after, boolean rollsBack) {

        private static Transaction any(Random random) {
            boolean stays = random.nextInt(4) == 0;
            return new Transaction(
                    anyTenant(random),
                    1 + random.nextInt(2),
                    stays ? 1 + random.nextInt(4) : 0,
                    stays ? random.nextInt(3) : 0,
                    random.nextInt(4) == 0);
        }
    }

    static String anyTenant(Random random) {
        return TENANTS.get(random.nextInt(TENANTS.size()));
    }

    /// Scripts for so many writers.
    static List<Script> any(Random random, int writers) {
        return Stream.generate(() -> new Script(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> Transaction.any(random))
                        .toList()))
                .limit(writers)
                .toList();
    }
}
