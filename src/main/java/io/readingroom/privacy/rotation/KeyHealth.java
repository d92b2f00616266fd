package io.readingroom.privacy.rotation;

import io.readingroom.privacy.keys.KeyEncryptionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the key-encryption key can be had; else says in one stable word what is wrong.
@Readiness
@ApplicationScoped
class KeyHealth implements HealthCheck {

    private final KeyEncryptionKey kek;

    KeyHealth(KeyEncryptionKey kek) {
        this.kek = kek;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("key-encryption-key");
        Optional<String> trouble = kek.trouble();
        return trouble.isEmpty()
                ? response.up().build()
                : response.down().withData("reason", trouble.get()).build();
    }
}
