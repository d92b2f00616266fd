package io.readingroom.tlog.bundle;

import java.util.Optional;

/// Whose entries a bundle holds.
///
/// @param tenant the one tenant whose entries are all there; empty when those of all tenants are
public record Scope(Optional<String> tenant) {

    private static final String ALL = "all";
    private static final String ONE = "tenant ";

    /// @throws IllegalArgumentException when the tenant's name cannot be that of an entry
    public Scope {
        if (tenant.filter(name -> name.isEmpty() || name.contains("\n")).isPresent()) {
            throw new IllegalArgumentException("Not the name of a tenant");
        }
    }

    /// The entries of all tenants.
    public static Scope all() {
        return new Scope(Optional.empty());
    }

    /// The entries of one tenant.
    public static Scope of(String tenant) {
        return new Scope(Optional.of(tenant));
    }

    /// Whether the entries of this tenant belong to it.
    public boolean covers(String name) {
        return tenant.map(name::equals).orElse(true);
    }

    /// The line that says it, `all` or `tenant NAME`, without a line break.
    public String line() {
        return tenant.map(ONE::concat).orElse(ALL);
    }

    /// The scope that a line says; empty when it says none.
    public static Optional<Scope> parse(String line) {
        if (ALL.equals(line)) {
            return Optional.of(all());
        }
        try {
            return line.startsWith(ONE) ? Optional.of(of(line.substring(ONE.length()))) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
