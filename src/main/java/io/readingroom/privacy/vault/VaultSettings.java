package io.readingroom.privacy.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A key service that speaks Vault's protocol. The key-encryption key never leaves it: whoever steals
/// the database and this service's disk has no key. In return the key service must be there whenever a
/// document is read or taken in.
@ConfigMapping(prefix = "reading-room.privacy.kek.vault")
public interface VaultSettings {

    /// Where it is, as `https://vault.internal:8200`. It wins over a file and a variable, which then
    /// only unwrap what they wrapped before, until that is wrapped anew.
    Optional<URI> address();

    /// The name of the Transit key. It must be a derived one (`derived=true`): a wrapped key then opens
    /// only for the document that it belongs to.
    @WithDefault("reading-room")
    String key();

    /// Where the Transit engine is mounted.
    @WithDefault("transit")
    String mount();

    /// The namespace, where the key service has such.
    Optional<String> namespace();

    /// A file with a token, read again when it is refused. It is renewed while it is used, if it can be.
    Optional<Path> tokenFile();

    /// The role to log in for by the pod's service account, where no token file is named.
    Optional<String> kubernetesRole();

    /// Where the Kubernetes login is mounted.
    @WithDefault("kubernetes")
    String kubernetesMount();

    /// The token of the pod's service account, as Kubernetes mounts it.
    @WithDefault("/var/run/secrets/kubernetes.io/serviceaccount/token")
    Path serviceAccountToken();

    /// The certificates to trust, in PEM; those of the platform when none is named. A site's own
    /// authority alone is narrower.
    Optional<Path> caFile();

    /// How long an answer is waited for. Documents wait as long with their transactions open, so keep it short.
    @WithDefault("5S")
    Duration timeout();

    /// How long an unwrapped key of a document is kept in memory, to be asked for less often. Whether a
    /// document is erased is asked of the database each time, whatever is kept here; but what the key
    /// service forbids is still opened for so long, and a dump of the memory holds keys that are that
    /// old.
    @WithDefault("0S")
    Duration keepUnwrapped();
}
