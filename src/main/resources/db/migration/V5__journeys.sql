-- Where each document stands. States and numbers only; the content stands elsewhere, sealed.
create table journey (
    document uuid primary key,
    tenant text not null,
    source_id text,
    media_type text not null,
    profile text not null,
    language text,
    state text not null
        check (state in ('RECEIVED', 'EXTRACTING', 'READING', 'COMPLETED', 'FAILED', 'CANCELLED', 'ERASED')),
    received_at timestamptz not null,
    finished_at timestamptz,
    chunks_read integer not null default 0,
    chunks_total integer not null default 0,
    tokens_read bigint not null default 0,
    tokens_total bigint not null default 0,
    measured_tokens bigint not null default 0,
    measured_millis bigint not null default 0,
    postponements integer not null default 0,
    problem_code text,
    problem_status integer,
    problem_sentence text
);

create index journey_by_arrival on journey (tenant, received_at desc, document desc);
create index journey_by_source on journey (tenant, source_id, received_at desc) where source_id is not null;

-- The readings of a document that is still being read, sealed under its key, so that a restart goes on where it was.
create table chunk_reading (
    document uuid not null,
    span_start integer not null,
    span_end integer not null,
    origin text not null,
    sealed bytea not null,
    primary key (document, span_start, span_end)
);

-- db-scheduler's table, as its 16.x line defines it for PostgreSQL. An instance is a document's id; task_data stays empty.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
