-- Contraction: the register takes the shape of a sequenced log. A replica of a version without it cannot record its
-- events any more and therefore does nothing more: stop it before this runs.
--
-- An event is inserted into audit_pending in the business transaction, without a lock and without a predecessor, so that
-- writers never wait for each other. One sequencer among all replicas moves what is pending into audit_event, gives each
-- event its place, and keeps the tiles of the Merkle tree (RFC 9162) over all entries.
alter table audit_event rename to audit_event_unplaced;
alter table audit_pending rename to audit_pending_unplaced;

create table audit_pending (
    pending_index bigint      generated always as identity primary key,
    id            uuid        not null,
    code          text        not null,
    occurred_at   timestamptz not null,
    tenant        text        not null,
    actor         text        not null,
    document      uuid,
    outcome       text        not null,
    reason        text,
    request_id    text,
    model         text,
    model_digest  text,
    template      text,
    -- The canonical bytes of the event: what is hashed is what was stored, never columns written out again.
    body          bytea       not null
);
-- Rows stay for a fraction of a second: without eager vacuuming the sequencer would wade through dead ones.
alter table audit_pending set
    (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_cost_delay = 0);

create table audit_event (
    leaf_index   bigint      primary key,
    tenant       text        not null,
    tenant_seq   bigint      not null,
    sequenced_at timestamptz not null,
    -- What is hashed as the leaf: the tenant, its sequence, the time, and the digest of the body. It stays for good.
    entry        bytea       not null,
    -- What was done. All of it goes when its retention ends; the place and its proof stay.
    id           uuid,
    code         text,
    occurred_at  timestamptz,
    actor        text,
    document     uuid,
    outcome      text,
    reason       text,
    request_id   text,
    model        text,
    model_digest text,
    template     text,
    body         bytea,
    constraint a_body_and_its_columns_go_together check (
        (body is null) = (id is null) and (body is null) = (code is null) and (body is null) = (occurred_at is null)
        and (body is null) = (actor is null) and (body is null) = (outcome is null)),
    constraint audit_event_tenant_seq unique (tenant, tenant_seq)
);
create index audit_event_by_document on audit_event (tenant, document, leaf_index) where document is not null;
create index audit_event_by_actor on audit_event (tenant, actor, leaf_index);
create index audit_event_by_code on audit_event (tenant, code, leaf_index);
create index audit_event_by_reason on audit_event (tenant, outcome, reason, leaf_index) where outcome <> 'succeeded';
create index audit_event_by_model on audit_event (tenant, model, leaf_index) where model is not null;
create index audit_event_by_model_digest on audit_event (tenant, model_digest, leaf_index) where model_digest is not null;
create index audit_event_by_template on audit_event (tenant, template, leaf_index) where template is not null;

-- Up to 256 hashes that stand side by side in the tree, at a height of eight times the level. A tile grows at its end
-- until it is full. Those of level 0 also tell between which times their events occurred, so that a query of a period
-- need not look at the others.
create table log_tile (
    level      smallint    not null,
    tile_index bigint      not null,
    hashes     bytea       not null,
    earliest   timestamptz,
    latest     timestamptz,
    primary key (level, tile_index)
);
create index log_tile_period on log_tile (tile_index, earliest, latest) where level = 0;

-- Which sets of prompt templates hold a template: what an event names is the digest of its set. The event's body names
-- each of them; this only finds it.
create table log_template (
    template     text not null,
    template_set text not null,
    primary key (template, template_set)
);

-- Where the log stands: one row.
create table log_state (
    one           boolean     primary key default true check (one),
    installation  uuid        not null default gen_random_uuid(),
    epoch         integer     not null default 1,
    size          bigint      not null default 0,
    sequenced_at  timestamptz not null default 'epoch',
    -- Entries before this one have let go of their bodies.
    pruned        bigint      not null default 0,
    frozen_at     timestamptz,
    frozen_reason text,
    constraint frozen_for_a_reason check ((frozen_at is null) = (frozen_reason is null))
);
insert into log_state default values;

create table log_tenant (
    tenant   text   primary key,
    next_seq bigint not null
);

-- What was signed, and for each anchor what it gave for it.
create table log_checkpoint (
    epoch     integer     not null,
    size      bigint      not null,
    note      text        not null,
    signed_at timestamptz not null,
    primary key (epoch, size)
);
create table log_anchor (
    anchor  text        not null,
    epoch   integer     not null,
    size    bigint      not null,
    kept_at timestamptz not null,
    receipt bytea,
    primary key (anchor, epoch, size)
);

insert into audit_pending
    (id, code, occurred_at, tenant, actor, document, outcome, reason, request_id, model, model_digest, body)
select id, code, occurred_at, tenant, actor, document, outcome, reason, request_id,
    detail ->> 'model', detail ->> 'modelDigest', body
from audit_event_unplaced order by event_index;
drop table audit_pending_unplaced;
drop table audit_event_unplaced;
drop function audit_event_is_append_only();

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.body is not null and new.body is null
        and (new.leaf_index, new.tenant, new.tenant_seq, new.sequenced_at, new.entry)
            = (old.leaf_index, old.tenant, old.tenant_seq, old.sequenced_at, old.entry) then
        return new;
    end if;
    raise exception 'audit_event is append-only' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function audit_event_is_append_only();
create trigger audit_event_not_truncated before truncate on audit_event
    for each statement execute function audit_event_is_append_only();

create function log_tile_grows() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.level, new.tile_index) = (old.level, old.tile_index)
        and substring(new.hashes from 1 for length(old.hashes)) = old.hashes then
        return new;
    end if;
    raise exception 'log_tile only grows' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger log_tile_grows before update or delete on log_tile for each row execute function log_tile_grows();
create trigger log_tile_not_truncated before truncate on log_tile for each statement execute function log_tile_grows();

create function log_checkpoint_stays() returns trigger language plpgsql as $$
begin
    raise exception 'log_checkpoint is append-only' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger log_checkpoint_stays before update or delete on log_checkpoint
    for each row execute function log_checkpoint_stays();
create trigger log_checkpoint_not_truncated before truncate on log_checkpoint
    for each statement execute function log_checkpoint_stays();

-- Every event that was recorded, whether it has its place or still waits for it.
create view audit_recorded as
    select leaf_index, id, code, occurred_at, tenant, actor, document, outcome, reason, request_id, model, model_digest,
        template, body
    from audit_event where body is not null
    union all
    select null, id, code, occurred_at, tenant, actor, document, outcome, reason, request_id, model, model_digest,
        template, body
    from audit_pending;
