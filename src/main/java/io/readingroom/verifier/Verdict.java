package io.readingroom.verifier;

import io.readingroom.tlog.bundle.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came out of verifying a bundle.
///
/// @param newest the checkpoint that covers it; empty when there is none
/// @param scope whose entries it claims to hold; empty when it does not say
/// @param keys the names of the keys that signatures were checked with
/// @param keysGiven whether the caller gave them; they are the bundle's own otherwise
/// @param checkpoints how many checkpoints in the bundle were compared
/// @param stamps how many time stamps are there; they are not verified
/// @param anchored how many from outside
/// @param witnesses up to which size each witness vouches for the log
/// @param entries how many entries are there
/// @param bodies how many bodies are there
/// @param tenants how many entries there are of each tenant
/// @param findings what is wrong
record Verdict(
        Optional<Claim> newest,
        Optional<Scope> scope,
        List<String> keys,
        boolean keysGiven,
        long checkpoints,
        long stamps,
        long anchored,
        Map<String, Long> witnesses,
        long entries,
        long bodies,
        Map<String, Long> tenants,
        Findings findings) {

    boolean verified() {
        return findings.count() == 0;
    }

    long size() {
        return newest.map(Claim::size).orElse(0L);
    }
}
