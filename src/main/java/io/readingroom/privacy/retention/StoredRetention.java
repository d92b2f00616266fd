package io.readingroom.privacy.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.KeyedDigests;
import io.readingroom.privacy.retention.Reference.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps it as a row beside the document's key.
@ApplicationScoped
class StoredRetention implements Retention, PanacheRepositoryBase<RetentionRow, UUID> {

    private final RetentionSettings settings;
    private final KeyedDigests digests;

    StoredRetention(RetentionSettings settings, KeyedDigests digests) {
        this.settings = settings;
        this.digests = digests;
    }

    /// @throws IllegalStateException when the settings contradict themselves
    void onStart(@Observes StartupEvent start) {
        check(settings);
    }

    static void check(RetentionSettings settings) {
        settings.classes().forEach((name, period) -> {
            if (!name.matches("[a-z0-9][a-z0-9-]{0,63}") || period.isNegative() || period.isZero()) {
                throw new IllegalStateException(
                        "reading-room.privacy.retention.classes: a class has a name of lower-case"
                                + " letters, digits and hyphens and a period of a day or more");
            }
        });
        settings.defaultClass()
                .filter(name -> !settings.classes().containsKey(name))
                .ifPresent(name -> {
                    throw new IllegalStateException(
                            "reading-room.privacy.retention.default-class names none of the classes");
                });
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void keep(DocumentId document, String tenant, Instant receivedAt, KeptFor keptFor) {
        RetentionRow row = new RetentionRow();
        row.document = document.value();
        row.tenant = tenant;
        row.retentionClass = Optional.ofNullable(keptFor.retention())
                .or(settings::defaultClass)
                .orElse(null);
        row.dueAt = row.retentionClass == null ? null : due(row.retentionClass, receivedAt);
        row.subject = keptFor.subject() == null ? null : digest(tenant, Kind.SUBJECT, keptFor.subject());
        row.matter = keptFor.matter() == null ? null : digest(tenant, Kind.MATTER, keptFor.matter());
        persist(row);
    }

    @Override
    @Transactional
    public Optional<Kept> of(DocumentId document) {
        return findByIdOptional(document.value()).map(row -> new Kept(row.retentionClass, row.dueAt));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public long forget(DocumentId document) {
        @Nullable RetentionRow row = findById(document.value());
        if (row == null) {
            return 0;
        }
        delete(row);
        return row.references();
    }

    @Override
    public Reference reference(String tenant, @Nullable String subject, @Nullable String matter) {
        Kind kind = Reference.given(subject, matter);
        KeptFor checked = new KeptFor(null, subject, matter);
        return new Reference(
                kind,
                digest(tenant, kind, String.valueOf(kind == Kind.SUBJECT ? checked.subject() : checked.matter())));
    }

    @Override
    @Transactional
    public List<DocumentId> documents(String tenant, Reference reference) {
        return list(
                        "tenant = ?1 and " + reference.kind().word() + " = ?2 order by dueAt, document",
                        tenant,
                        reference.digest())
                .stream()
                .map(row -> new DocumentId(Objects.requireNonNull(row.document)))
                .toList();
    }

    private Instant due(String name, Instant receivedAt) {
        @Nullable Period period = settings.classes().get(name);
        if (period == null) {
            throw new RefusedException(RetentionRefusal.CLASS_UNKNOWN);
        }
        return receivedAt.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }

    private byte[] digest(String tenant, Kind kind, String reference) {
        return digests.ofTenant(tenant, kind.word(), reference.getBytes(StandardCharsets.UTF_8));
    }
}
