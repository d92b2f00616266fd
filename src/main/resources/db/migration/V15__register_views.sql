-- The named queries of the register, for those who ask the database itself. Times are when something occurred; leaf_index
-- is the place in the log, tenant_seq the number among the tenant's events; detail holds counts, digests and stable words.
create view register_events as
    select leaf_index, tenant, tenant_seq, sequenced_at, id, code, occurred_at, actor, document, outcome, reason,
        request_id, model, model_digest, template, convert_from(body, 'UTF8')::jsonb -> 'detail' as detail
    from audit_event where body is not null;

-- Who was given the analysis or the text of a document.
create view register_accesses as
    select * from register_events where code in ('analysis.accessed', 'text.accessed');

-- All that was refused.
create view register_refusals as
    select * from register_events where outcome = 'refused';

-- All that failed.
create view register_failures as
    select * from register_events where outcome = 'failed';

-- All erasures, with the destruction of the document's key.
create view register_erasures as
    select * from register_events where code = 'document.erased';

-- Legal holds: set, released, and refused to be.
create view register_holds as
    select * from register_events where code in ('hold.set', 'hold.released', 'hold.refused');

-- Who broke the glass, and what was read by it.
create view register_emergencies as
    select * from register_events where code in ('glass.opened', 'glass.used', 'glass.closed');

-- Everything that a model or a prompt template processed.
create view register_processing as
    select * from register_events where model is not null or template is not null;

-- Who read the register.
create view register_reads as
    select * from register_events where code in ('register.queried', 'register.exported', 'receipt.issued');

-- The starts of the service.
create view register_starts as
    select * from register_events where code = 'service.started';

-- Places where a tenant's numbers or the log's places are not gapless. There are none in a log that is whole.
create view register_gaps as
    select tenant, leaf_index, tenant_seq, next_leaf, next_seq
    from (
        select tenant, leaf_index, tenant_seq,
            lead(leaf_index) over (order by leaf_index) as next_leaf,
            lead(tenant_seq) over (partition by tenant order by tenant_seq) as next_seq
        from audit_event) placed
    where next_leaf <> leaf_index + 1 or next_seq <> tenant_seq + 1;

-- What an entry stands for whose body is gone because its retention ended: only that there was one, and when.
create view register_pruned as
    select leaf_index, tenant, tenant_seq, sequenced_at from audit_event where body is null;
