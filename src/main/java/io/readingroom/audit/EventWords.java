package io.readingroom.audit;

import io.readingroom.audit.AuditEvent.AccessDenied;
import io.readingroom.audit.AuditEvent.AnalysisAccessed;
import io.readingroom.audit.AuditEvent.BodiesPruned;
import io.readingroom.audit.AuditEvent.DocumentCancelled;
import io.readingroom.audit.AuditEvent.DocumentErased;
import io.readingroom.audit.AuditEvent.DocumentFailed;
import io.readingroom.audit.AuditEvent.DocumentPostponed;
import io.readingroom.audit.AuditEvent.DocumentReceived;
import io.readingroom.audit.AuditEvent.EpochOpened;
import io.readingroom.audit.AuditEvent.ErasureRefused;
import io.readingroom.audit.AuditEvent.GlassClosed;
import io.readingroom.audit.AuditEvent.GlassOpened;
import io.readingroom.audit.AuditEvent.GlassUsed;
import io.readingroom.audit.AuditEvent.HoldRefused;
import io.readingroom.audit.AuditEvent.HoldReleased;
import io.readingroom.audit.AuditEvent.HoldSet;
import io.readingroom.audit.AuditEvent.KeysRewrapped;
import io.readingroom.audit.AuditEvent.OfAccess;
import io.readingroom.audit.AuditEvent.OfPrivacy;
import io.readingroom.audit.AuditEvent.OfTheModel;
import io.readingroom.audit.AuditEvent.OfTheRegister;
import io.readingroom.audit.AuditEvent.ReceiptIssued;
import io.readingroom.audit.AuditEvent.RegisterExported;
import io.readingroom.audit.AuditEvent.RegisterQueried;
import io.readingroom.audit.AuditEvent.ServiceStarted;
import io.readingroom.audit.AuditEvent.TextAccessed;
import io.readingroom.audit.AuditEvent.TextExtracted;
import io.readingroom.audit.AuditEvent.UploadRefused;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.KeyedDigest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An event in the words of the register, which stay the same when the code is renamed.
///
/// @param code what was done
/// @param document to which document
/// @param outcome how it ended
/// @param reason why it did not end well, a stable word
/// @param detail counts, digests and stable words by name
record EventWords(
        String code,
        @Nullable DocumentId document,
        Outcome outcome,
        @Nullable String reason,
        SortedMap<String, Object> detail) {

    /// What can stand in the register: a name, a digest, a media type. A sentence cannot.
    private static final Pattern WORD = Pattern.compile("[\\p{Alnum}._:/+@=;-]{1,128}");

    private static final String WITHHELD = "withheld";

    static EventWords of(AuditEvent event) {
        return switch (event) {
            case DocumentReceived e ->
                succeeded("document.received", e.document(), "bytes", e.bytes(), "mediaType", e.mediaType());
            case UploadRefused e -> new EventWords("upload.refused", null, Outcome.REFUSED, word(e.reason()), named());
            case TextExtracted e ->
                succeeded(
                        "text.extracted",
                        e.document(),
                        "textDigest",
                        e.textDigest(),
                        "pages",
                        e.pages(),
                        "characters",
                        e.characters());
            case OfTheModel e -> ModelWords.of(e);
            case DocumentFailed e ->
                new EventWords("document.failed", e.document(), Outcome.FAILED, word(e.reason()), named());
            case DocumentPostponed e ->
                new EventWords("document.postponed", e.document(), Outcome.FAILED, word(e.reason()), named());
            case DocumentCancelled e -> succeeded("document.cancelled", e.document());
            case OfPrivacy e -> ofPrivacy(e);
            case AnalysisAccessed e -> succeeded("analysis.accessed", e.document(), "form", e.form());
            case TextAccessed e -> succeeded("text.accessed", e.document());
            case OfTheRegister e -> ofTheRegister(e);
            case OfAccess e -> ofAccess(e);
            case ServiceStarted e ->
                succeeded(
                        "service.started",
                        null,
                        "version",
                        e.version(),
                        "engine",
                        e.engine(),
                        "configuration",
                        e.configuration());
        };
    }

    private static EventWords ofPrivacy(OfPrivacy event) {
        return switch (event) {
            case DocumentErased e -> succeeded("document.erased", e.document(), "cause", e.cause());
            case ErasureRefused e ->
                new EventWords(
                        "erasure.refused", e.document(), Outcome.REFUSED, word(e.reason()), named("cause", e.cause()));
            case HoldSet e ->
                succeeded("hold.set", e.document(), "hold", e.hold(), "kind", e.kind(), "reason", e.reason());
            case HoldReleased e ->
                succeeded("hold.released", e.document(), "hold", e.hold(), "kind", e.kind(), "reason", e.reason());
            case HoldRefused e ->
                new EventWords("hold.refused", null, Outcome.REFUSED, word(e.reason()), named("hold", e.hold()));
            case KeysRewrapped e ->
                succeeded("keys.rewrapped", null, "kind", e.kind(), "keys", e.keys(), "kek", e.kek());
        };
    }

    private static EventWords ofTheRegister(OfTheRegister event) {
        return switch (event) {
            case RegisterQueried e ->
                succeeded("register.queried", e.document(), "query", e.query(), "events", e.events());
            case RegisterExported e ->
                succeeded("register.exported", null, "form", e.form(), "from", e.from(), "to", e.to());
            case ReceiptIssued e -> succeeded("receipt.issued", null, "entry", e.entry());
            case BodiesPruned e ->
                succeeded("bodies.pruned", null, "from", e.from(), "to", e.to(), "bodies", e.bodies());
            case EpochOpened e ->
                succeeded("epoch.opened", null, "epoch", e.epoch(), "size", e.size(), "reason", e.reason());
        };
    }

    private static EventWords ofAccess(OfAccess event) {
        return switch (event) {
            case AccessDenied e ->
                new EventWords(
                        "access.denied", null, Outcome.REFUSED, word(e.reason()), named("requests", e.requests()));
            case GlassOpened e ->
                succeeded("glass.opened", null, "glass", e.glass(), "why", e.reason(), "seconds", e.seconds());
            case GlassUsed e -> succeeded("glass.used", e.document(), "glass", e.glass(), "why", e.reason());
            case GlassClosed e -> succeeded("glass.closed", null, "glass", e.glass(), "cause", e.cause());
        };
    }

    static EventWords succeeded(String code, @Nullable DocumentId document, Object... detail) {
        return new EventWords(code, document, Outcome.SUCCEEDED, null, named(detail));
    }

    static SortedMap<String, Object> named(Object... namesAndValues) {
        TreeMap<String, Object> detail = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            detail.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return detail;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Number count -> count.longValue();
            case ContentDigest digest -> digest.toString();
            case KeyedDigest digest -> digest.toString();
            case Map<?, ?> named -> {
                TreeMap<String, Object> values = new TreeMap<>();
                named.forEach((name, one) -> values.put(word(name.toString()), value(one)));
                yield values;
            }
            default -> word(value.toString());
        };
    }

    static String word(String value) {
        return WORD.matcher(value).matches() ? value : WITHHELD;
    }

    /// A word of the detail; null when the event has none of this name.
    @Nullable
    String detailed(String name) {
        return (String) detail.get(name);
    }

    /// The fields that are not null, by name.
    Map<String, Object> fields() {
        TreeMap<String, Object> fields = new TreeMap<>();
        fields.put("code", code);
        fields.put("outcome", outcome.word());
        fields.put("detail", detail);
        if (document != null) {
            fields.put("document", document.toString());
        }
        if (reason != null) {
            fields.put("reason", reason);
        }
        return fields;
    }
}
