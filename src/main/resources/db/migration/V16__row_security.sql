-- Contraction: from here on a transaction sees what its role and its tenant may see, and one that names neither sees
-- nothing. A replica of a version that does not name them finds no documents any more: stop it before this runs.
--
-- The roles belong to the whole database server and may be there already: roles.sql makes them where the login that
-- migrates may not. No login works in them at all times; a transaction takes one on until it ends.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['reading_room_application', 'reading_room_housekeeping', 'reading_room_sequencer',
        'reading_room_auditor']
    loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception
                when duplicate_object then null;
                when insufficient_privilege then
                    raise exception 'The database role % is missing and this login may not make it. Have an administrator of the database run roles.sql first.', wanted;
            end;
        end if;
        if not pg_has_role(current_user, wanted, 'SET') then
            begin
                execute format('grant %I to current_user with set true, inherit false', wanted);
            exception
                -- Whoever migrates need not be who works; the service finds out at its start what its own login may do.
                when insufficient_privilege then null;
            end;
        end if;
    end loop;
    execute format('grant usage on schema %I to reading_room_application, reading_room_housekeeping, reading_room_sequencer, reading_room_auditor', current_schema());
end
$$;

-- What the rooms of the service keep.
grant select, insert, update on submission, journey, document_key, legal_hold, break_glass_grant, recurring_turn
    to reading_room_application;
grant select, insert on digest_key, signing_key, erasure to reading_room_application;
grant select, insert, delete on submission_segment to reading_room_application;
grant select, insert, update, delete on kept_result, chunk_reading, retention, waiting_line, scheduled_tasks, model_lease
    to reading_room_application;

grant select on journey, retention, legal_hold to reading_room_housekeeping;
grant select, update on document_key, digest_key, signing_key, break_glass_grant to reading_room_housekeeping;

-- Every role may write down what it does, and none of them can take it back.
grant insert on audit_pending, log_template
    to reading_room_application, reading_room_housekeeping, reading_room_sequencer, reading_room_auditor;

grant select, delete on audit_pending to reading_room_sequencer;
grant select, insert on audit_event, log_checkpoint, log_anchor to reading_room_sequencer;
grant update (id, code, occurred_at, actor, document, outcome, reason, request_id, model, model_digest, template, body)
    on audit_event to reading_room_sequencer;
grant select, insert, update on log_tile, log_tenant to reading_room_sequencer;
grant select, update on log_state to reading_room_sequencer;
grant select on log_template to reading_room_sequencer;

grant select on audit_event, log_tile, log_template, log_state, log_tenant, log_checkpoint, log_anchor
    to reading_room_auditor;

-- Rows that say whose they are.
do $$
declare
    owned text;
begin
    foreach owned in array array['submission', 'journey', 'document_key', 'legal_hold', 'break_glass_grant', 'erasure',
        'retention', 'audit_pending', 'audit_event', 'log_tenant']
    loop
        execute format('alter table %I enable row level security, force row level security', owned);
    end loop;
    foreach owned in array array['submission', 'journey', 'document_key', 'legal_hold', 'break_glass_grant', 'erasure',
        'retention', 'audit_pending']
    loop
        execute format('create policy of_the_tenant on %I to reading_room_application using (tenant = current_setting(''reading_room.tenant'', true))', owned);
    end loop;
    foreach owned in array array['journey', 'document_key', 'legal_hold', 'break_glass_grant', 'retention', 'audit_pending']
    loop
        execute format('create policy of_all on %I to reading_room_housekeeping using (true)', owned);
    end loop;
    foreach owned in array array['audit_pending', 'audit_event', 'log_tenant']
    loop
        execute format('create policy of_the_log on %I to reading_room_sequencer using (true)', owned);
        -- No equality: it would be one more that the planner could choose an index by, and the register's queries choose theirs.
        execute format('create policy of_the_audited on %I to reading_room_auditor using (tenant is not distinct from current_setting(''reading_room.tenant'', true))', owned);
    end loop;
    -- Rows that belong to a document: whoever may see its key.
    foreach owned in array array['submission_segment', 'kept_result', 'chunk_reading']
    loop
        execute format('alter table %I enable row level security, force row level security', owned);
        execute format('create policy of_the_document on %1$I to reading_room_application using (exists (select from document_key key where key.document = %1$I.document))', owned);
    end loop;
end
$$;

-- Who asks the database itself sees what their role and tenant may see, not what the owner of the views may.
alter view audit_recorded set (security_invoker = true);
alter view register_events set (security_invoker = true);
alter view register_accesses set (security_invoker = true);
alter view register_refusals set (security_invoker = true);
alter view register_failures set (security_invoker = true);
alter view register_erasures set (security_invoker = true);
alter view register_holds set (security_invoker = true);
alter view register_emergencies set (security_invoker = true);
alter view register_processing set (security_invoker = true);
alter view register_reads set (security_invoker = true);
alter view register_starts set (security_invoker = true);
alter view register_pruned set (security_invoker = true);
drop view register_gaps;

-- Places where a tenant's numbers are not gapless, those at the end included. There are none in a log that is whole.
create view register_gaps with (security_invoker = true) as
    select tenant, leaf_index, tenant_seq, next_seq
    from (
        select event.tenant, leaf_index, tenant_seq,
            lead(tenant_seq, 1, log_tenant.next_seq) over (partition by event.tenant order by tenant_seq) as next_seq
        from audit_event event join log_tenant on log_tenant.tenant = event.tenant) placed
    where next_seq <> tenant_seq + 1;

grant select on register_events, register_accesses, register_refusals, register_failures, register_erasures,
    register_holds, register_emergencies, register_processing, register_reads, register_starts, register_gaps,
    register_pruned to reading_room_auditor;
