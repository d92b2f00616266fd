-- Each question is answered along one index, in the order of the log: besides those there are, the tenant's events whose
-- bodies are there, those that did not end well by how they ended, and by why. Only the sequencer writes this table and
-- waits while they are made; uploads go on.
create index audit_event_by_tenant on audit_event (tenant, leaf_index) where body is not null;
create index audit_event_by_outcome on audit_event (tenant, outcome, leaf_index) where outcome <> 'succeeded';
create index audit_event_by_why on audit_event (tenant, reason, leaf_index) where reason is not null;

-- What is walked over is read from the index alone where the table has been vacuumed. Of a table that is only appended to
-- that is asked for by a number of rows, and not by a share of it that grows.
alter table audit_event set
    (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000);

-- The places of a tenant's events that have a value in a column, in order, from the first of a range on. It reads no more
-- entries than it gives, whatever the statistics say: they are asked for between two rows of the columns of one index and
-- in its order, which no other has, and without sorting.
create function register_trail(
        by_column text, of_tenant text, of_value text, first_place bigint, end_place bigint, most integer)
    returns setof bigint language plpgsql stable
    set enable_sort = off set enable_incremental_sort = off
as $$
begin
    return query execute format(
        'select leaf_index from audit_event
        where (%1$s, leaf_index) >= (%2$s, $3) and (%1$s, leaf_index) < (%2$s, $4)
            and leaf_index >= $3 and leaf_index < $4 and %3$s
        order by %1$s, leaf_index limit $5',
        case by_column when 'tenant' then 'tenant' else format('tenant, %I', by_column) end,
        case by_column when 'tenant' then '$1' when 'document' then '$1, $2::uuid' else '$1, $2' end,
        case
            when by_column = 'tenant' then 'body is not null'
            when by_column = 'outcome' then 'outcome <> ''succeeded'''
            when by_column in ('code', 'actor') then 'true'
            else format('%I is not null', by_column)
        end)
    using of_tenant, of_value, first_place, end_place, most;
end
$$;
