package io.readingroom.register;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event that a test records past the service, as the service would.
record Recorded(
        Instant time, String code, String tenant, @Nullable DocumentId document, String json) {

    static Recorded at(Instant time) {
        return new Recorded(time.truncatedTo(ChronoUnit.MICROS), "some.event", "default", null, "{}");
    }

    Recorded by(String other) {
        return new Recorded(time, other, tenant, document, json);
    }

    Recorded in(String other) {
        return new Recorded(time, code, other, document, json);
    }

    Recorded of(DocumentId other) {
        return new Recorded(time, code, tenant, other, json);
    }

    Recorded detail(String other) {
        return new Recorded(time, code, tenant, document, other);
    }

    String insert() {
        UUID id = UUID.randomUUID();
        String target = document == null ? "" : "\"document\":\"" + document + "\",";
        String body = "{\"actor\":\"a\",\"code\":\"" + code + "\",\"detail\":" + json + "," + target + "\"id\":\"" + id
                + "\",\"outcome\":\"succeeded\",\"tenant\":\"" + tenant + "\",\"time\":\"" + time + "\"}";
        return "insert into audit_pending (id, code, occurred_at, tenant, actor, document, outcome, body) values ('"
                + id
                + "', '" + code + "', '" + time + "', '" + tenant + "', 'a', "
                + (document == null ? "null" : "'" + document + "'") + ", 'succeeded', '" + body + "')";
    }
}
