package io.readingroom.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Packaged services of one version beside a later one, of which there is only what it leaves in the
/// database: its migration, its tasks, and documents that it was handed and has not read.
@Tag("replicas")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UpgradeIT {

    private static final String LATER = """
            alter table journey add column later text;
            alter table scheduled_tasks add column later text not null default 'later';
            alter table chunk_reading add column later integer;
            create table later_thing (id uuid primary key);
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('later-task', 'one', now(), false, 1);
            """;

    @TempDir
    private Path folder;

    private Replicas replicas;

    @BeforeEach
    void start() throws Exception {
        replicas = Replicas.start(folder, 1, 2, Duration.ofMillis(20));
    }

    @AfterEach
    void stop() {
        replicas.close();
    }

    @Test
    void a_version_works_on_while_a_later_one_migrates_and_starts_again_beside_it() throws Exception {
        // Often enough that the statements are prepared in the database, whose columns then change.
        for (int number = 1; number <= 10; number++) {
            replicas.upload(number);
        }
        replicas.awaitEnded(10);
        Path later = Files.createDirectory(folder.resolve("later"));
        Files.writeString(later.resolve("V9999__later.sql"), LATER);
        replicas.migrate(later);
        replicas.upload(11);
        replicas.awaitEnded(11);
        replicas.join();
        for (int number = 12; number <= 20; number++) {
            replicas.upload(number);
        }
        replicas.awaitEnded(20);

        assertThat(replicas.number("select count(*) from journey where state = 'COMPLETED'"))
                .isEqualTo(20);
        assertThat(replicas.number(
                        "select count(*) from scheduled_tasks where task_name = 'later-task' and not picked"))
                .as("the tasks of the later version are left to it")
                .isOne();
    }

    @Test
    void a_document_that_a_version_without_turns_was_handed_is_read() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        replicas.beforeAnswers(changed::await);
        for (int number = 1; number <= 9; number++) {
            replicas.upload(number);
        }
        assertThat(replicas.change("update scheduled_tasks set turn = null, paid = null where not picked"))
                .isPositive();
        changed.countDown();
        replicas.awaitEnded(9);
        assertThat(replicas.number("select count(*) from journey where state = 'COMPLETED'"))
                .isEqualTo(9);
    }
}
