-- The register. An event is inserted in the business transaction, without a lock and without a predecessor, so that
-- writers never wait for each other. Its place in the proof tree (leaf_index, tenant_seq) is given later by one
-- sequencer, which takes what stands in audit_pending.
create table audit_event (
    event_index bigint      generated always as identity primary key,
    id          uuid        not null unique,
    code        text        not null,
    occurred_at timestamptz not null,
    tenant      text        not null,
    actor       text        not null,
    document    uuid,
    outcome     text        not null,
    reason      text,
    request_id  text,
    detail      jsonb       not null,
    -- The canonical bytes of the event: what is hashed is what was stored, never columns written out again.
    body        bytea       not null,
    leaf_index  bigint      unique,
    tenant_seq  bigint,
    -- The transaction that wrote the row. Pages are ordered by it: an identity is given before the commit, so a
    -- page ordered by identity alone would miss the events of a transaction that commits late.
    recorded_in xid8        not null default pg_current_xact_id(),
    unique (tenant, tenant_seq)
);

create index audit_event_order on audit_event (tenant, recorded_in, event_index);
create index audit_event_document on audit_event (document) where document is not null;
create index audit_event_actor on audit_event (tenant, actor);
create index audit_event_time on audit_event (tenant, occurred_at);

create table audit_pending (
    event_index bigint primary key references audit_event (event_index)
);

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.leaf_index is null and old.tenant_seq is null
        and (to_jsonb(new) - 'leaf_index' - 'tenant_seq') = (to_jsonb(old) - 'leaf_index' - 'tenant_seq') then
        return new;
    end if;
    raise exception 'audit_event is append-only' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function audit_event_is_append_only();
create trigger audit_event_not_truncated before truncate on audit_event
    for each statement execute function audit_event_is_append_only();
