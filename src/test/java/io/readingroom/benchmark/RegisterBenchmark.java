package io.readingroom.benchmark;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.register.Read;
import io.readingroom.sequencing.SequencedLog;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// How fast the register is: see docs/how-to/measure-the-register.md. It prints what it measured and holds only that
/// what it measured was right.
@Tag("benchmark")
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int WRITERS = 8;
    private static final Duration WRITING = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 30));
    private static final long EVENTS = Long.getLong("benchmark.events", 1_000_000);
    private static final int UPLOADS = 500;

    /// Those that an index answers, and those that none does: filters that match often and never together, values that
    /// nothing has, periods in the middle and beyond the end, and pages far behind the first.
    private static final String QUERIES = """
            events?limit=100
            events?limit=1000
            events?DOCUMENT
            events?ACTOR
            events?code=document.erased
            events?outcome=refused&reason=too-large
            events?reason=no-text
            events?DAY
            events?code=analysis.completed&DAY
            events?ACTOR&DAY
            queries/accesses?DOCUMENT
            queries/life?DOCUMENT
            queries/refusals?limit=100
            queries/failures?DAY
            queries/erasures?limit=100
            queries/model?model=rare-model
            queries/model?model=gemma4:12b&DAY
            queries/template?TEMPLATE
            queries/readers?limit=100
            events?code=no.such
            events?code=no.such&DAY
            events?actor=no.such
            events?reason=no.such
            events?code=analysis.completed&model=gemma4:12b
            events?code=analysis.accessed&ACTOR
            events?code=document.erased&ACTOR
            events?code=document.failed&outcome=succeeded
            events?code=chunk.read&outcome=refused
            events?outcome=succeeded&limit=1000
            events?model=gemma4:12b&outcome=failed&ACTOR
            events?model=rare-model&ACTOR&TEMPLATE
            events?from=2025-06-01T00:00:00Z
            events?from=2035-01-01T00:00:00Z
            events?to=2024-01-01T00:00:00Z
            events?code=analysis.completed&from=2025-02-01T00:00:00Z&ACTOR&outcome=succeeded
            events?FAR
            events?code=document.erased&FAR""";

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/v1/audit/")
    URI audited;

    @Inject
    AuditLog audit;

    @Inject
    SequencedLog log;

    @Inject
    Database database;

    @Test
    @Order(1)
    void what_an_event_adds_to_a_transaction() throws SQLException {
        assumeFalse(Filled.is(database));
        database.run("create table benchmark_row (id bigint generated always as identity primary key, text text)");
        double[] without = new double[UPLOADS];
        double[] with = new double[UPLOADS];
        for (int i = -UPLOADS / 5; i < UPLOADS; i++) {
            double plain = millis(() -> insert(false));
            double recorded = millis(() -> insert(true));
            if (i >= 0) {
                without[i] = plain;
                with[i] = recorded;
            }
        }
        OUT.printf(
                "overhead: a transaction takes %.3f ms, with an event %.3f ms (medians of %d, in turn): %.3f ms more%n",
                median(without), median(with), UPLOADS, median(with) - median(without));
    }

    private void insert(boolean recorded) {
        QuarkusTransaction.requiringNew().run(() -> {
            run("insert into benchmark_row (text) values ('x')");
            if (recorded) {
                audit.record(new AuditEvent.DocumentReceived(DocumentId.random(), 1, "text/plain"));
            }
        });
    }

    @Test
    @Order(2)
    void how_many_events_a_second_eight_writers_record() throws Exception {
        assumeFalse(Filled.is(database));
        log.catchUp();
        long first = log.standing().size();
        AtomicLong written = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + WRITING.toNanos();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> {
                    while (System.nanoTime() < end) {
                        audit.record(Read.chunk(DocumentId.random(), "model", "sha256:0", 1));
                        written.incrementAndGet();
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        while (log.standing().pending() > 0) {
            log.catchUp();
        }
        double placed = (System.nanoTime() - begin) / 1e9;
        assertThat(log.standing().size() - first).isEqualTo(written.get());
        OUT.printf(
                "writing: %.0f events/s of %d writers, each event a transaction, for %.0f s; all had their places after"
                        + " %.1f s more, so %.0f events/s in all%n",
                written.get() / seconds, WRITERS, seconds, placed - seconds, written.get() / placed);
        lag(first);
        given().get("/v1/audit/integrity").then().statusCode(200);
        assertThat(given().get("/v1/audit/integrity").jsonPath().getBoolean("holds"))
                .isTrue();
    }

    private void lag(long first) throws SQLException {
        String sql = "select percentile_cont(array[0.5, 0.99, 1]) within group"
                + " (order by extract(epoch from sequenced_at - occurred_at)) from audit_event where leaf_index >= "
                + first;
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            OUT.println("sequencing lag in seconds, median, 99th percentile and longest: " + row.getString(1));
        }
    }

    @Test
    @Order(3)
    void how_fast_the_first_page_of_a_query_is() throws SQLException {
        long size = Filled.upTo(database, EVENTS);
        for (String query : queries()) {
            double[] millis = new double[9];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = millis(() -> ask(query));
            }
            OUT.printf(
                    "first page over %d events: %7.1f ms median of %d, %7.1f ms the first  %s%n",
                    size, median(millis), millis.length, millis[0], query);
        }
    }

    /// By a client that does nothing with the answer: only the service's time is asked for.
    private void ask(String query) {
        try {
            HttpRequest request = HttpRequest.newBuilder(audited.resolve(query)).build();
            assertThat(client.send(request, BodyHandlers.ofByteArray()).statusCode())
                    .isEqualTo(200);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> queries() {
        return QUERIES.replace("DOCUMENT", "document=" + Filled.someDocument())
                .replace("ACTOR", "actor=" + Filled.ACTOR)
                .replace("TEMPLATE", "template=" + Read.TEMPLATE)
                .replace("DAY", "from=2025-03-01T00:00:00Z&to=2025-03-02T00:00:00Z")
                .replace("FAR", "cursor=" + Read.cursor(EVENTS * 9 / 10))
                .lines()
                .toList();
    }

    private void run(String sql) {
        try {
            database.run(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static double millis(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
