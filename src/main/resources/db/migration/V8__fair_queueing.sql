-- Where each document stands in line, in chunks of virtual time: the turn of its next chunk, and up to where its line has
-- paid for it. Null in a row of a version that knows no lines.
alter table scheduled_tasks add column turn bigint;
alter table scheduled_tasks add column paid bigint;
create index scheduled_tasks_in_turn on scheduled_tasks (turn nulls first, execution_time);

-- Up to where each line has paid. A source, which is a keyed digest, has two: one for short documents and one for long
-- ones. A line that the virtual time has passed is as good as a new one, and goes.
create table waiting_line (
    source         text    not null,
    long_documents boolean not null,
    paid           bigint  not null,
    primary key (source, long_documents)
);

create index waiting_line_by_paid on waiting_line (paid);
