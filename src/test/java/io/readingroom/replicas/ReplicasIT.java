package io.readingroom.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three packaged services on one database and one model server, killed at random.
@Tag("replicas")
@Timeout(value = 9, unit = TimeUnit.MINUTES)
class ReplicasIT {

    private static final int DOCUMENTS = 300;
    private static final int REPLICAS = 3;
    private static final int PERMITS = 3;
    private static final int CRASHES = 6;

    @TempDir
    private Path folder;

    private final Random random = new Random();
    private Replicas replicas;
    private final AtomicLong torn = new AtomicLong();

    @BeforeEach
    void start() throws Exception {
        replicas = Replicas.start(folder, REPLICAS, PERMITS, Duration.ofMillis(40));
    }

    @AfterEach
    void stop() {
        replicas.close();
    }

    @Test
    void every_document_is_read_once_whoever_dies() throws Exception {
        Thread killer = Thread.ofVirtual().start(this::crashAtRandom);
        for (int number = 1; number <= DOCUMENTS; number++) {
            replicas.upload(number);
        }
        replicas.awaitEnded(DOCUMENTS);
        killer.join();

        assertThat(torn.get()).as("documents under way when a replica died").isPositive();
        assertThat(replicas.number("select count(*) from journey")).isEqualTo(DOCUMENTS);
        assertThat(replicas.number("select count(*) from journey where state = 'COMPLETED'"))
                .isEqualTo(DOCUMENTS);
        assertThat(replicas.number(
                        "select count(distinct document) from audit_recorded where code = 'analysis.completed'"))
                .isEqualTo(DOCUMENTS);
        assertThat(replicas.number("select count(*) from audit_recorded where code = 'analysis.completed'"))
                .as("documents that were read to the end twice have two such events")
                .isEqualTo(DOCUMENTS);
        assertThat(replicas.number("select count(*) from chunk_reading")).isZero();
        assertThat(replicas.number("select count(*) from scheduled_tasks")).isZero();
        assertThat(replicas.model().mostAtOnce())
                .as("prompts at once, of all replicas together")
                .isLessThanOrEqualTo(PERMITS);
        System.out.printf(
                "%d documents, %d crashes amid %d of them, %d model calls, at most %d at once%n",
                DOCUMENTS,
                CRASHES,
                torn.get(),
                replicas.model().chats().size(),
                replicas.model().mostAtOnce());
    }

    private void crashAtRandom() {
        try {
            for (int crash = 0; crash < CRASHES; crash++) {
                TimeUnit.MILLISECONDS.sleep(1000 + random.nextInt(3000));
                torn.addAndGet(replicas.number("select count(*) from scheduled_tasks where picked"));
                replicas.member(random.nextInt(REPLICAS)).crash();
            }
        } catch (IOException | InterruptedException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
