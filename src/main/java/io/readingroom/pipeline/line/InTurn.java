package io.readingroom.pipeline.line;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/// Has the scheduler take the due tasks by their turn instead of by the time since which they are due.
/// The library orders by time or by a priority of sixteen bits, which are too few for a virtual time.
/// Tasks of another name, such as a later version may have, are left to those who know them.
public final class InTurn extends PostgreSqlJdbcCustomization {

    private static final int LONGEST_NAME = 50;

    private static final String TAKE = """
            with due as (
                select task_name, task_instance from scheduled_tasks
                where task_name = ? and not picked and execution_time <= ?
                order by turn nulls first, execution_time limit ? for update skip locked),
            taken as (
                update scheduled_tasks task
                set picked = true, picked_by = ?, last_heartbeat = ?, version = task.version + 1
                from due where task.task_name = due.task_name and task.task_instance = due.task_instance
                returning task.*)
            select * from taken order by turn nulls first, execution_time
            """;

    public InTurn() {
        super(false, true);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext tasks, Instant now, int limit, boolean orderByPriority) {
        String name = tasks.schedulerName.getName();
        return tasks.jdbcRunner.query(
                TAKE,
                statement -> {
                    statement.setString(1, Lines.TASK);
                    setInstant(statement, 2, now);
                    statement.setInt(3, limit);
                    statement.setString(4, name.substring(0, Math.min(name.length(), LONGEST_NAME)));
                    setInstant(statement, 5, now);
                },
                tasks.resultSetMapper.get());
    }
}
