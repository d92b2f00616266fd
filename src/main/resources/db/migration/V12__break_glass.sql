-- Who may read content for a while in an emergency, on every replica. It holds pseudonyms alone.
create table break_glass_grant (
    id         uuid        not null primary key,
    tenant     text        not null,
    actor      text        not null,
    reason     text        not null,
    opened_at  timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);

create index break_glass_grant_open on break_glass_grant (expires_at) where ended_at is null;
create index break_glass_grant_actor on break_glass_grant (tenant, actor) where ended_at is null;
