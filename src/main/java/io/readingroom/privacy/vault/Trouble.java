package io.readingroom.privacy.vault;

import java.util.Locale;

/// Why a key service gives no key.
enum Trouble {
    /// It is sealed, or not initialised: its own operators must unseal it.
    SEALED,
    /// It knows who asks and does not allow it, or does not know.
    FORBIDDEN,
    /// There is no such key, engine or login.
    MISSING,
    /// The key is no derived one.
    KEY_NOT_DERIVED,
    /// Nobody answers, or not in time.
    UNREACHABLE,
    /// Its address is none that the egress lock lets pass.
    ADDRESS_REFUSED,
    /// There is no token and no role to log in for, or the file cannot be read.
    TOKEN_MISSING,
    /// It failed in another way.
    FAILED;

    /// The stable word for it.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
